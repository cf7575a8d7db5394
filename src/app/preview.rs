//! Draws the preview of an export on a thread whenever something about it has changed.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;

use eframe::egui::{ColorImage, Context, TextureOptions};

use super::picture;
use crate::export::Preview;
use crate::session::{ExportRequest, State, View};
use crate::ui::{ExportForm, ExportPreview};

/// Width of the preview on the screen, about.
const WIDTH_POINTS: f32 = 600.0;
/// What is further down is not shown.
const MAX_HEIGHT_PX: usize = 4096;

/// The preview as drawn last, and the one being drawn.
#[derive(Default)]
pub(super) struct Previews {
    shown: Option<(Key, ExportPreview)>,
    drawing: Option<(Key, Receiver<Drawn>)>,
}

impl std::fmt::Debug for Previews {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Previews").finish_non_exhaustive()
    }
}

/// What the thread sends: the preview, or why there is none.
type Drawn = Result<Preview, String>;

/// All that a preview depends on.
#[derive(Clone, PartialEq)]
struct Key {
    request: ExportRequest,
    view: View,
    /// Which extraction; it is never changed, only replaced.
    found: usize,
}

impl Previews {
    /// Brings the form of the dialog the preview of what it asks for.
    pub(super) fn follow(&mut self, ctx: &Context, state: &State, form: &mut ExportForm) {
        self.take_drawn(ctx);
        if let Some(request) = form.wanted_preview() {
            let key = Key {
                request: request.clone(),
                view: state.view.clone(),
                found: Arc::as_ptr(&state.found).addr(),
            };
            let is_shown = self.shown.as_ref().is_some_and(|(shown, _)| *shown == key);
            if !is_shown && self.drawing.is_none() {
                self.draw(ctx, state, key);
            }
        }
        let shown = self.shown.as_ref().map(|(_, preview)| preview.clone());
        form.show_preview(shown, self.drawing.is_some());
    }

    fn draw(&mut self, ctx: &Context, state: &State, key: Key) {
        let width_px = (WIDTH_POINTS * ctx.pixels_per_point()).round() as u32;
        let max_side = ctx.input(|input| input.max_texture_side);
        let height_px = MAX_HEIGHT_PX.min(max_side) as u32;
        let (sender, receiver) = channel();
        let (state, request, waker) = (state.clone(), key.request.clone(), ctx.clone());
        let work = move || {
            drop(sender.send(picture::preview(&state, &request, width_px, height_px)));
            waker.request_repaint();
        };
        let thread = Builder::new()
            .name("dateline-preview".to_owned())
            .spawn(work);
        if thread.is_ok() {
            self.drawing = Some((key, receiver));
        }
    }

    fn take_drawn(&mut self, ctx: &Context) {
        let Some((key, receiver)) = &self.drawing else {
            return;
        };
        let drawn = match receiver.try_recv() {
            Ok(drawn) => drawn,
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => Err("The preview could not be drawn".to_owned()),
        };
        self.shown = Some((key.clone(), shown(ctx, drawn)));
        self.drawing = None;
    }
}

fn shown(ctx: &Context, drawn: Drawn) -> ExportPreview {
    let size_px = drawn
        .as_ref()
        .map_or([0.0; 2], |drawn| [drawn.width_px, drawn.height_px]);
    let texture = drawn.map(|drawn| {
        let size = [drawn.pixels.width as usize, drawn.pixels.height as usize];
        let image = ColorImage::from_rgba_premultiplied(size, &drawn.pixels.rgba);
        ctx.load_texture("export preview", image, TextureOptions::LINEAR)
    });
    ExportPreview { texture, size_px }
}
