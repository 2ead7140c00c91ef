//! A document as tagged PDF that passes the check of PDF/UA-1: who cannot see it hears headings, lists and tables as
//! what they are.
//!
//! `setting` makes lines of glyphs of a text, `layout` puts the lines on sheets beside a tree that says what each one
//! is, and this file draws the sheets and hands the tree over. The rule: everything drawn is either in the tree, in
//! reading order, or an artifact (rules, the foot of a sheet, headings repeated on a next sheet).

mod layout;
mod setting;

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagGroup, TagTree};
use krilla::{Document as Pdf, SerializeSettings};

use chrono::{Datelike, Timelike};

use super::model::Document;
use crate::text::Catalog;
use layout::{Branch, Entry, LEFT, Piece, SHEET, What};
use setting::{Line, Setter, Text};

/// Where the foot of a sheet begins, from its top, in points.
const FOOT: f32 = SHEET.1 - 44.0;
/// The size of its letters.
const FOOT_SIZE: f32 = 8.0;

/// The bytes of the file; `None` when a font cannot be read or the check refuses the document.
pub(super) fn render(document: &Document) -> Option<Vec<u8>> {
    let mut setter = Setter::new(document.language_tag())?;
    let laid = layout::lay_out(document, &mut setter);
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let mut pdf = Pdf::new_with(SerializeSettings {
        configuration: accessible.finish().ok()?,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let mut drawn: Vec<Vec<Identifier>> = vec![Vec::new(); laid.slots];
    let count = laid.sheets.len();
    for (at, sheet) in laid.sheets.iter().enumerate() {
        let mut page = pdf.start_page_with(PageSettings::from_wh(SHEET.0, SHEET.1)?);
        let mut surface = page.surface();
        for piece in sheet {
            draw(piece, &mut surface, &mut drawn);
        }
        foot(document, (at + 1, count), &mut setter, &mut surface);
        surface.finish();
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(document.language_tag().to_owned()));
    for branch in laid.tree {
        tree.push(group(branch, &mut drawn));
    }
    pdf.set_tag_tree(tree);
    pdf.set_outline(outline(laid.outline));
    pdf.set_metadata(metadata(document));
    pdf.finish().ok()
}

/// Draws a piece, and keeps which place in the tree it belongs to.
fn draw(piece: &Piece, surface: &mut Surface<'_>, drawn: &mut [Vec<Identifier>]) {
    let artifact = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout));
    match &piece.what {
        What::Rule { width } => {
            surface.start_tagged(artifact);
            rule(surface, piece.x, piece.y, *width);
            surface.end_tagged();
        }
        What::Block { size, grey } => {
            let path = Rect::from_xywh(piece.x, piece.y, size.0, size.1).and_then(|block| {
                let mut path = PathBuilder::new();
                path.push_rect(block);
                path.finish()
            });
            part_of_figure(piece, surface, drawn, |surface| {
                if let Some(path) = &path {
                    surface.set_fill(Some(ink(*grey)));
                    surface.draw_path(path);
                }
            });
        }
        What::Path { points, grey, dashed } => {
            part_of_figure(piece, surface, drawn, |surface| stroke(surface, points, *grey, *dashed));
        }
        What::Line(one) => {
            let span = SpanTag::empty().with_actual_text(one.said.as_deref());
            let places = piece.slot.and_then(|slot| drawn.get_mut(slot));
            let identifier = surface.start_tagged(match places {
                Some(_) => ContentTag::Span(span),
                None => artifact,
            });
            line(surface, one, piece.x, piece.y);
            surface.end_tagged();
            if let Some(places) = places {
                places.push(identifier);
            }
        }
    }
}

/// Draws what is no text as a part of the place in the tree that it belongs to.
fn part_of_figure(
    piece: &Piece,
    surface: &mut Surface<'_>,
    drawn: &mut [Vec<Identifier>],
    draw: impl FnOnce(&mut Surface<'_>),
) {
    let places = piece.slot.and_then(|slot| drawn.get_mut(slot));
    let identifier = surface.start_tagged(ContentTag::Other);
    draw(surface);
    surface.end_tagged();
    if let Some(places) = places {
        places.push(identifier);
    }
}

/// A line through points, from one to the next.
fn stroke(surface: &mut Surface<'_>, points: &[(f32, f32)], grey: u8, dashed: bool) {
    let mut path = PathBuilder::new();
    for (at, (x, y)) in points.iter().enumerate() {
        match at {
            0 => path.move_to(*x, *y),
            _ => path.line_to(*x, *y),
        }
    }
    if let Some(path) = path.finish() {
        let dash = dashed.then(|| StrokeDash {
            array: vec![4.0, 2.0],
            offset: 0.0,
        });
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke {
            paint: rgb::Color::new(grey, grey, grey).into(),
            width: 1.2,
            dash,
            ..Stroke::default()
        }));
        surface.draw_path(&path);
        surface.set_stroke(None);
    }
}

fn line(surface: &mut Surface<'_>, line: &Line, x: f32, y: f32) {
    surface.set_fill(Some(ink(0)));
    for run in &line.runs {
        let start = Point::from_xy(x + run.x, y + line.baseline);
        surface.draw_glyphs(start, &run.glyphs, run.font.clone(), &run.text, run.size, false);
    }
}

fn rule(surface: &mut Surface<'_>, x: f32, y: f32, width: f32) {
    let mut path = PathBuilder::new();
    if let Some(bar) = Rect::from_xywh(x, y, width, 0.5) {
        path.push_rect(bar);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(ink(128)));
        surface.draw_path(&path);
    }
}

fn ink(grey: u8) -> Fill {
    Fill {
        paint: rgb::Color::new(grey, grey, grey).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

/// The foot of a sheet: what the document says of itself, and below it the number of the sheet.
fn foot(document: &Document, (at, of): (usize, usize), setter: &mut Setter, surface: &mut Surface<'_>) {
    let page = Catalog::of(document.language).papers.page(at, of);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    let mut y = FOOT;
    for text in [document.footer.as_str(), page.as_str()] {
        for one in setter
            .lines(&Text::plain(text, FOOT_SIZE), layout::WIDTH)
            .iter()
            .take(2)
        {
            line(surface, one, LEFT, y);
            y += one.height;
        }
    }
    surface.end_tagged();
}

/// A branch with everything that was drawn for it.
fn group(branch: Branch, drawn: &mut [Vec<Identifier>]) -> TagGroup {
    let mut group = TagGroup::new(branch.tag);
    for child in branch.children {
        group.push(group_of(child, drawn));
    }
    if let Some(places) = branch.slot.and_then(|slot| drawn.get_mut(slot)) {
        for identifier in places.drain(..) {
            group.push(identifier);
        }
    }
    group
}

fn group_of(branch: Branch, drawn: &mut [Vec<Identifier>]) -> Node {
    Node::Group(group(branch, drawn))
}

/// The outline: the title, with the headings below it.
fn outline(entries: Vec<Entry>) -> Outline {
    let mut outline = Outline::new();
    let mut top: Option<OutlineNode> = None;
    for entry in entries {
        let place = XyzDestination::new(entry.sheet, Point::from_xy(LEFT, entry.y));
        let node = OutlineNode::new(entry.title, place);
        match &mut top {
            None => top = Some(node.with_open(true)),
            Some(top) => top.push_child(node),
        }
    }
    if let Some(top) = top {
        outline.push_child(top);
    }
    outline
}

fn metadata(document: &Document) -> Metadata {
    let made = document.made_at;
    let small = |number: u32| u8::try_from(number).unwrap_or(0);
    let offset = made.offset().local_minus_utc() / 60;
    let date = DateTime::new(u16::try_from(made.year()).unwrap_or(0))
        .month(small(made.month()))
        .day(small(made.day()))
        .hour(small(made.hour()))
        .minute(small(made.minute()))
        .second(small(made.second()))
        .utc_offset_hour(i8::try_from(offset / 60).unwrap_or(0))
        .utc_offset_minute(small(offset.unsigned_abs() % 60));
    Metadata::new()
        .title(document.title.clone())
        .description(document.footer.clone())
        .language(document.language_tag().to_owned())
        .creator(env!("CARGO_PKG_NAME").to_owned())
        .creation_date(date)
}
