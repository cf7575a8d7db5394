//! Paints egui's output on the CPU: pictures in tests without GPU, display or driver.

use std::collections::BTreeMap;

use eframe::egui::epaint::{ClippedPrimitive, ImageData, Primitive, Vertex, WHITE_UV};
use eframe::egui::{self, Color32, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;

/// A point in pixels.
type Place = (f32, f32);
/// Premultiplied RGBA, 0 to 1.
type Pixel = [f32; 4];

/// A texture or a picture.
struct Bitmap {
    width: usize,
    height: usize,
    pixels: Vec<Pixel>,
}

/// Holds the textures that egui handed over.
#[derive(Default)]
pub(crate) struct SoftPainter {
    textures: BTreeMap<TextureId, Bitmap>,
}

impl TestRenderer for SoftPainter {
    #[expect(clippy::iter_over_hash_type, reason = "each texture stands for itself")]
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for image in images {
                let ImageData::Color(color) = &image.image;
                let [width, height] = color.size;
                let pixels: Vec<Pixel> = color.pixels.iter().map(|c| channels(*c)).collect();
                let part = Bitmap {
                    width,
                    height,
                    pixels,
                };
                match (image.pos, self.textures.get_mut(&id)) {
                    (Some(at), Some(whole)) => whole.put(at, &part),
                    _ => drop(self.textures.insert(id, part)),
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<image::RgbaImage, String> {
        let ppp = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * ppp;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let primitives = ctx.tessellate(output.shapes.clone(), ppp);
        let picture = self.paint(width, height, ppp, &primitives);
        let bytes = picture.pixels.iter().flat_map(|p| p.map(to_byte)).collect();
        image::RgbaImage::from_raw(width as u32, height as u32, bytes)
            .ok_or_else(|| "the picture does not have its size".to_owned())
    }
}

impl SoftPainter {
    fn paint(&self, width: usize, height: usize, ppp: f32, all: &[ClippedPrimitive]) -> Bitmap {
        let mut picture = Bitmap {
            width,
            height,
            pixels: vec![[0.0; 4]; width * height],
        };
        for one in all {
            let Primitive::Mesh(mesh) = &one.primitive else {
                continue;
            };
            let Some(texture) = self.textures.get(&mesh.texture_id) else {
                continue;
            };
            let clip = clip_of(one.clip_rect, ppp, &picture);
            for corners in mesh.indices.chunks_exact(3) {
                let at = |i: usize| mesh.vertices[corners[i] as usize];
                triangle(&mut picture, texture, [at(0), at(1), at(2)], ppp, clip);
            }
        }
        picture
    }
}

impl Bitmap {
    fn put(&mut self, [x0, y0]: [usize; 2], part: &Self) {
        for y in 0..part.height {
            for x in 0..part.width {
                self.pixels[(y0 + y) * self.width + x0 + x] = part.pixels[y * part.width + x];
            }
        }
    }

    /// Between the four nearest pixels.
    fn sample(&self, u: f32, v: f32) -> Pixel {
        let x = u * self.width as f32 - 0.5;
        let y = v * self.height as f32 - 0.5;
        let (x0, y0) = (x.floor(), y.floor());
        let (fx, fy) = (x - x0, y - y0);
        let at = |x: f32, y: f32| {
            let x = x.clamp(0.0, self.width as f32 - 1.0) as usize;
            let y = y.clamp(0.0, self.height as f32 - 1.0) as usize;
            self.pixels[y * self.width + x]
        };
        let near = [
            at(x0, y0),
            at(x0 + 1.0, y0),
            at(x0, y0 + 1.0),
            at(x0 + 1.0, y0 + 1.0),
        ];
        std::array::from_fn(|i| {
            let above = near[0][i] * (1.0 - fx) + near[1][i] * fx;
            let below = near[2][i] * (1.0 - fx) + near[3][i] * fx;
            above * (1.0 - fy) + below * fy
        })
    }
}

type Clip = [i32; 4];

fn clip_of(rect: egui::Rect, ppp: f32, picture: &Bitmap) -> Clip {
    let x = |x: f32| (x * ppp).round().clamp(0.0, picture.width as f32) as i32;
    let y = |y: f32| (y * ppp).round().clamp(0.0, picture.height as f32) as i32;
    [x(rect.min.x), y(rect.min.y), x(rect.max.x), y(rect.max.y)]
}

fn triangle(
    picture: &mut Bitmap,
    texture: &Bitmap,
    corners: [Vertex; 3],
    ppp: f32,
    clip: Clip,
) {
    let Some(shape) = Triangle::new(corners, ppp) else {
        return;
    };
    let [left, top, right, bottom] = shape.bounds(clip);
    for y in top..bottom {
        for x in left..right {
            let Some(weights) = shape.weights(x as f32 + 0.5, y as f32 + 0.5) else {
                continue;
            };
            let color = shape.color(weights, texture);
            let below = &mut picture.pixels[y as usize * picture.width + x as usize];
            let through = 1.0 - color[3];
            for i in 0..4 {
                below[i] = color[i] + below[i] * through;
            }
        }
    }
}

/// Corners clockwise on the screen, in pixels.
struct Triangle {
    corners: [Vertex; 3],
    points: [Place; 3],
    area: f32,
    is_plain: bool,
}

impl Triangle {
    fn new(corners: [Vertex; 3], ppp: f32) -> Option<Self> {
        let point = |v: &Vertex| (v.pos.x * ppp, v.pos.y * ppp);
        let points = [point(&corners[0]), point(&corners[1]), point(&corners[2])];
        let area = edge(points[0], points[1], points[2]);
        if area == 0.0 || !area.is_finite() {
            return None;
        }
        let [a, b, c] = corners;
        let corners = if area < 0.0 { [a, c, b] } else { [a, b, c] };
        let points = corners.map(|corner| point(&corner));
        let is_plain = corners.iter().all(|corner| corner.uv == WHITE_UV);
        Some(Self {
            corners,
            points,
            area: area.abs(),
            is_plain,
        })
    }

    fn bounds(&self, clip: Clip) -> [i32; 4] {
        let xs = self.points.map(|p| p.0);
        let ys = self.points.map(|p| p.1);
        let low = |all: [f32; 3]| all.into_iter().fold(f32::MAX, f32::min).floor() as i32;
        let high = |all: [f32; 3]| all.into_iter().fold(f32::MIN, f32::max).ceil() as i32;
        [
            low(xs).max(clip[0]),
            low(ys).max(clip[1]),
            high(xs).min(clip[2]),
            high(ys).min(clip[3]),
        ]
    }

    /// How near a point is to each corner; none outside. Shared edges are painted once.
    fn weights(&self, x: f32, y: f32) -> Option<[f32; 3]> {
        let [first, second, third] = self.points;
        let sides = [(second, third), (third, first), (first, second)];
        let weights = sides.map(|(from, to)| edge(from, to, (x, y)));
        let is_in = |(weight, (from, to)): (f32, (Place, Place))| {
            let is_level = (from.1 - to.1).abs() < f32::EPSILON;
            let is_top_left = (is_level && to.0 > from.0) || to.1 < from.1;
            weight > 0.0 || (weight == 0.0 && is_top_left)
        };
        let is_inside = weights.into_iter().zip(sides).all(is_in);
        is_inside.then(|| weights.map(|weight| weight / self.area))
    }

    fn color(&self, weights: [f32; 3], texture: &Bitmap) -> Pixel {
        let mix = |value: &dyn Fn(&Vertex) -> f32| -> f32 {
            let corners = self.corners.iter().zip(weights);
            corners.map(|(corner, weight)| value(corner) * weight).sum()
        };
        let color: Pixel = std::array::from_fn(|i| mix(&|v| channels(v.color)[i]));
        if self.is_plain {
            return color;
        }
        let texel = texture.sample(mix(&|v| v.uv.x), mix(&|v| v.uv.y));
        std::array::from_fn(|i| color[i] * texel[i])
    }
}

fn edge(from: Place, to: Place, at: Place) -> f32 {
    (to.0 - from.0) * (at.1 - from.1) - (to.1 - from.1) * (at.0 - from.0)
}

fn channels(color: Color32) -> Pixel {
    color.to_array().map(|value| f32::from(value) / 255.0)
}

fn to_byte(value: f32) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}
