//! The export dialog: how the picture will look, and all that can be chosen about it.

use eframe::egui::{
    Align, ComboBox, Context, DragValue, Frame, Id, Image, Key, Layout, Modifiers, Rect,
    ScrollArea, Sense, Slider, Stroke, Ui, UiBuilder, vec2,
};

use super::export_form::{ExportForm, FORMATS, SIZES};
use super::{dialog, style, widgets};
use crate::session::{Command, State, ThemeChoice};

const DIALOG_PX: f32 = 952.0;
const OPTIONS_PX: f32 = 304.0;
const SIDES_PX: std::ops::RangeInclusive<f32> = 320.0..=16_384.0;

/// The dialog. The preview is brought by [`ExportForm::show_preview`].
pub(super) fn export_dialog_ui(
    ctx: &Context,
    state: &State,
    form: &mut ExportForm,
) -> Vec<Command> {
    let mut commands = Vec::new();
    let is_left = dialog::dialog_ui(ctx, "Export", DIALOG_PX, |ui| {
        let room = ctx.content_rect().height() - 240.0;
        let height_px = room.clamp(200.0, 480.0);
        let room = vec2(ui.available_width(), height_px);
        let (row, _) = ui.allocate_exact_size(room, Sense::hover());
        let (left, right) = row.split_left_right_at_x(row.right() - OPTIONS_PX);
        let left = left.with_max_x(left.right() - style::SPACE_XL);
        preview_ui(&mut column(ui, left), form, height_px);
        let mut options = column(ui, right);
        ScrollArea::vertical()
            .id_salt("options")
            .max_height(height_px)
            .auto_shrink(false)
            .show(&mut options, |ui| options_ui(ui, form));
        ui.add_space(style::SPACE_M);
        commands.extend(file_ui(ui, state, form));
    });
    if is_left {
        commands.push(Command::CloseDialog);
    }
    commands
}

fn column(ui: &mut Ui, rect: Rect) -> Ui {
    let layout = Layout::top_down(Align::Min);
    ui.new_child(UiBuilder::new().max_rect(rect).layout(layout))
}

fn preview_ui(ui: &mut Ui, form: &ExportForm, height_px: f32) {
    let palette = style::palette(ui);
    let width_px = ui.available_width();
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, palette.line))
        .fill(palette.raised);
    frame.show(ui, |ui| {
        ScrollArea::vertical()
            .id_salt("preview")
            .max_height(height_px - 24.0)
            .min_scrolled_height(height_px - 24.0)
            .show(ui, |ui| {
                ui.set_width(width_px - 2.0);
                ui.set_min_height(height_px - 26.0);
                picture_ui(ui, form);
            });
    });
    let words = match &form.preview {
        _ if !form.is_picture() => String::new(),
        Some(preview) if preview.texture.is_ok() => size_words(form, preview.size_px),
        _ => String::new(),
    };
    let drawing = if form.is_drawing { "drawing…" } else { "" };
    ui.horizontal(|ui| {
        ui.label(widgets::secondary(ui, words));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(widgets::secondary(ui, drawing));
        });
    });
}

fn picture_ui(ui: &mut Ui, form: &ExportForm) {
    let texture = form.preview.as_ref().map(|preview| &preview.texture);
    let hint = match texture {
        _ if !form.is_picture() => "Data has no preview",
        None => "The preview is being drawn",
        Some(Err(reason)) => reason,
        Some(Ok(texture)) => {
            let size = texture.size_vec2();
            let width = ui.available_width();
            let image = Image::from_texture((texture.id(), size))
                .fit_to_exact_size(vec2(width, width * size.y / size.x.max(1.0)))
                .alt_text("Preview of the picture");
            ui.add(image);
            return;
        }
    };
    ui.centered_and_justified(|ui| ui.label(widgets::secondary(ui, hint)));
}

/// How large the file will be, in its own units.
fn size_words(form: &ExportForm, [width, height]: [f32; 2]) -> String {
    match form.request.format.as_str() {
        "png" => {
            let scale = form.request.scale;
            format!("{:.0} × {:.0} pixels", width * scale, height * scale)
        }
        "pdf" => {
            const MM_PER_PX: f32 = 25.4 / 96.0;
            format!("{:.0} × {:.0} mm", width * MM_PER_PX, height * MM_PER_PX)
        }
        _ => format!("{width:.0} × {height:.0}"),
    }
}

fn options_ui(ui: &mut Ui, form: &mut ExportForm) {
    format_ui(ui, form);
    ui.add_enabled_ui(form.is_picture(), |ui| {
        ui.add_space(style::SPACE_S);
        widgets::field(ui, "Heading", "the dates", &mut form.request.title);
        ui.add_space(style::SPACE_S);
        size_ui(ui, form);
        ui.add_space(style::SPACE_M);
        row_ui(ui, "Theme", |ui, _| {
            ui.spacing_mut().item_spacing.x = style::SPACE_XS;
            for (theme, words) in [
                (ThemeChoice::Light, "Light"),
                (ThemeChoice::Dark, "Dark"),
                (ThemeChoice::HighContrast, "High contrast"),
            ] {
                ui.selectable_value(&mut form.request.theme, theme, words);
            }
        });
        row_ui(ui, "Time", |ui, _| {
            ui.selectable_value(&mut form.request.visible_only, false, "Everything");
            ui.selectable_value(&mut form.request.visible_only, true, "Visible part");
        });
        ui.add_space(style::SPACE_XS);
        widgets::check_box(ui, &mut form.request.legend, "Legend");
        widgets::check_box(ui, &mut form.request.notes, "Numbered source notes");
    });
}

fn format_ui(ui: &mut Ui, form: &mut ExportForm) {
    ui.label(widgets::secondary(ui, "Format"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = style::SPACE_XS;
        for format in &FORMATS {
            let is_chosen = form.request.format == format.id;
            if ui.selectable_label(is_chosen, format.name).clicked() {
                form.choose_format(format.id);
            }
        }
    });
    let chosen = FORMATS
        .iter()
        .find(|format| format.id == form.request.format);
    let hint = chosen.map_or("", |format| format.hint);
    ui.label(widgets::secondary(ui, hint));
}

fn size_ui(ui: &mut Ui, form: &mut ExportForm) {
    let request = &mut form.request;
    let is_size = |width: f32, height: f32| {
        (request.width_px - width).abs() < 0.5 && (request.height_px - height).abs() < 0.5
    };
    let chosen = SIZES
        .iter()
        .find(|(_, width, height)| is_size(*width, *height));
    let label = ui.label(widgets::secondary(ui, "Size"));
    let sizes = ComboBox::from_id_salt("size")
        .width(ui.available_width())
        .selected_text(chosen.map_or("Other", |(name, ..)| name))
        .show_ui(ui, |ui| {
            for (name, width, height) in SIZES {
                let is_chosen = chosen.is_some_and(|(chosen, ..)| *chosen == name);
                if ui.selectable_label(is_chosen, name).clicked() {
                    (request.width_px, request.height_px) = (width, height);
                }
            }
        });
    sizes.response.labelled_by(label.id);
    ui.add_space(style::SPACE_XS);
    row_ui(ui, "Width", |ui, label| {
        let width = DragValue::new(&mut request.width_px)
            .range(SIDES_PX)
            .suffix(" px");
        ui.add(width).labelled_by(label);
    });
    row_ui(ui, "Least height", |ui, label| {
        let height = DragValue::new(&mut request.height_px)
            .range(0.0..=*SIDES_PX.end())
            .custom_formatter(|value, _| {
                if value < 0.5 {
                    "as needed".to_owned()
                } else {
                    format!("{value:.0} px")
                }
            });
        ui.add(height).labelled_by(label);
    });
    if request.format == "png" {
        row_ui(ui, "Scale", |ui, label| {
            let scale = Slider::new(&mut request.scale, 1.0..=4.0).step_by(0.5);
            ui.add(scale).labelled_by(label);
        });
    }
}

/// A label with controls beside it, which take its words as part of their names.
fn row_ui(ui: &mut Ui, words: &str, controls: impl FnOnce(&mut Ui, Id)) {
    const LABEL_PX: f32 = 92.0;
    ui.horizontal(|ui| {
        let start = ui.cursor().left();
        let label = ui.label(widgets::secondary(ui, words));
        let used = ui.cursor().left() - start;
        ui.add_space((LABEL_PX - used).max(0.0));
        controls(ui, label.id);
    });
}

/// Where to, and the buttons.
fn file_ui(ui: &mut Ui, state: &State, form: &mut ExportForm) -> Option<Command> {
    let mut answer = None;
    widgets::field(ui, "Save as", "asks where to, if empty", &mut form.path);
    ui.add_space(style::SPACE_M);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let export = widgets::primary_button(ui, "Export");
        let export = export.on_hover_text("Write the file (Ctrl+Enter)");
        let key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if export.clicked() || key {
            answer = Some(form.command());
        }
        if widgets::plain_button(ui, "Cancel").clicked() {
            answer = Some(Command::CloseDialog);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let choose = widgets::plain_button(ui, "Choose…");
            if choose
                .on_hover_text("Choose the file with the system's dialog")
                .clicked()
            {
                answer = Some(form.command_to(None));
            }
            let told = state.notice.iter().filter(|words| is_about_export(words));
            for words in told {
                ui.label(widgets::secondary(ui, words.as_str()));
            }
        });
    });
    answer
}

fn is_about_export(notice: &str) -> bool {
    ["Exporting", "Not exported"]
        .iter()
        .any(|start| notice.starts_with(start))
}
