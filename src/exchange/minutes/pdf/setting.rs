//! Lines of glyphs of a text: breaking and shaping by parley, in the one font that comes along.
//!
//! The rule: no text stops a document. A letter that the bold font lacks is set in the regular one; one that both lack
//! is shown as a box, with the letter itself kept behind it for whoever reads or copies the text.

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::style::{FontFamily, FontWeight, LineHeight, StyleProperty};
use parley::{Alignment, AlignmentOptions, FontContext, Layout, LayoutContext, OverflowWrap};

/// DejaVu Sans: every letter of Dutch, Turkish, Polish and the other languages of Europe, Arabic and Hebrew.
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../../data/fonts/DejaVuSans.ttf"),
    include_bytes!("../../../../data/fonts/DejaVuSans-Bold.ttf"),
];

/// Height of a line in sizes of its letters.
const LEADING: f32 = 1.4;

/// What stands for a letter that the font lacks.
const BOX: char = '\u{fffd}';

/// A text to be set, of which so many bytes from the start are bold.
pub(super) struct Text {
    pub(super) text: String,
    pub(super) bold: usize,
    pub(super) size: f32,
}

impl Text {
    pub(super) fn plain(text: &str, size: f32) -> Self {
        Self {
            text: text.to_owned(),
            bold: 0,
            size,
        }
    }

    pub(super) fn bold(text: &str, size: f32) -> Self {
        Self {
            text: text.to_owned(),
            bold: text.len(),
            size,
        }
    }
}

/// A line: its height, where its letters stand below its top, and its runs of glyphs.
pub(super) struct Line {
    pub(super) height: f32,
    pub(super) baseline: f32,
    pub(super) runs: Vec<Run>,
    /// What it says, where the glyphs do not show it.
    pub(super) said: Option<String>,
}

/// Glyphs of one font, from a place on their line.
pub(super) struct Run {
    pub(super) font: Font,
    pub(super) size: f32,
    pub(super) x: f32,
    pub(super) text: Rc<str>,
    pub(super) glyphs: Vec<KrillaGlyph>,
}

/// What sets texts: the fonts, as parley and as krilla know them.
pub(super) struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    known: Vec<(u64, Font)>,
    /// What the fonts call themselves.
    family: String,
    language: Option<parley::Language>,
}

impl Setter {
    /// Reads the fonts. `None` when that fails.
    pub(super) fn new(language: &str) -> Option<Self> {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let mut known = Vec::new();
        let mut family = None;
        for bytes in FONTS {
            let blob = Blob::new(Arc::new(bytes));
            known.push((blob.id(), Font::new(bytes.into(), 0)?));
            let registered = collection.register_fonts(blob, None);
            family = registered.first().map(|(id, _)| *id).or(family);
        }
        let family = collection.family_name(family?)?.to_owned();
        Some(Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            layouts: LayoutContext::new(),
            known,
            family,
            language: parley::Language::parse(language).ok(),
        })
    }

    /// The lines of a text within a width in points.
    pub(super) fn lines(&mut self, text: &Text, width: f32) -> Vec<Line> {
        let mut set = self.set(&text.text, text.bold, text.size, width);
        if text.bold > 0 && !missing(&set).is_empty() {
            set = self.set(&text.text, 0, text.size, width);
        }
        let lacking = missing(&set);
        if lacking.is_empty() {
            return self.read(&set, &text.text, &text.text);
        }
        // One for one, so that the letters of a line are found back by their place.
        let boxed = |(at, letter): (usize, char)| match lacking.iter().any(|range| range.contains(&at)) {
            true => BOX,
            false => letter,
        };
        let shown: String = text.text.char_indices().map(boxed).collect();
        let set = self.set(&shown, 0, text.size, width);
        self.read(&set, &shown, &text.text)
    }

    fn set(&mut self, text: &str, bold: usize, size: f32, width: f32) -> Layout<()> {
        let family = FontFamily::named(&self.family);
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(family));
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(LEADING)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::Locale(self.language));
        if bold > 0 {
            builder.push(StyleProperty::FontWeight(FontWeight::BOLD), 0..bold);
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        layout.align(Alignment::Start, AlignmentOptions::default());
        layout
    }

    /// The lines as they are drawn. `said` has as many letters as `shown`.
    fn read(&self, layout: &Layout<()>, shown: &str, said: &str) -> Vec<Line> {
        let text: Rc<str> = shown.into();
        let lines = layout.lines().map(|line| {
            let metrics = line.metrics();
            let mut x = metrics.offset;
            let mut runs = Vec::new();
            for run in line.runs() {
                let start = x;
                let glyphs = glyphs(&run, &mut x);
                let Some(font) = self.font(run.font().data.id()) else {
                    continue;
                };
                runs.push(Run {
                    font,
                    size: run.font_size(),
                    x: start,
                    text: Rc::clone(&text),
                    glyphs,
                });
            }
            Line {
                height: metrics.line_height,
                baseline: metrics.baseline - metrics.block_min_coord,
                runs,
                said: said_on(&line.text_range(), shown, said),
            }
        });
        lines.collect()
    }

    fn font(&self, id: u64) -> Option<Font> {
        let found = self.known.iter().find(|(known, _)| *known == id);
        found.map(|(_, font)| font.clone())
    }
}

/// Where in the text the font had nothing to show.
fn missing(layout: &Layout<()>) -> Vec<Range<usize>> {
    let runs = layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>());
    let mut ranges = Vec::new();
    for run in runs {
        for cluster in run.clusters() {
            if cluster.glyphs().any(|glyph| glyph.id == 0) {
                ranges.push(cluster.text_range());
            }
        }
    }
    ranges
}

/// The glyphs of a run from left to right, as krilla takes them: measured in sizes of the font.
fn glyphs(run: &parley::Run<'_, ()>, x: &mut f32) -> Vec<KrillaGlyph> {
    let size = run.font_size();
    let mut glyphs: Vec<KrillaGlyph> = Vec::new();
    for cluster in run.visual_clusters() {
        if cluster.is_ligature_continuation() {
            if let Some(glyph) = glyphs.last_mut() {
                let range = cluster.text_range();
                glyph.text_range = glyph.text_range.start.min(range.start)..glyph.text_range.end.max(range.end);
            }
            continue;
        }
        for glyph in cluster.glyphs() {
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(glyph.id),
                glyph.advance / size,
                glyph.x / size,
                glyph.y / size,
                0.0,
                cluster.text_range(),
                None,
            ));
            *x += glyph.advance;
        }
    }
    glyphs
}

/// What a line says in the words of `said`, when that is not what it shows.
fn said_on(range: &Range<usize>, shown: &str, said: &str) -> Option<String> {
    if shown == said {
        return None;
    }
    let letters = shown.char_indices().zip(said.chars());
    let on_line = letters.filter(|((at, _), _)| range.contains(at));
    Some(on_line.map(|(_, letter)| letter).collect())
}
