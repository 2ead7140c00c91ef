//! The lines of a document on sheets of A4, beside the tree of what they are.
//!
//! The rule: a heading stays with what follows it, a row of a table stays whole when a sheet can hold it, and a table
//! that goes on has its headings on every sheet.

mod drawing;

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, TableHeaderScope, Tag, TagKind};

use super::super::model::{Block, Document, Level, Table};
use super::setting::{Line, Setter, Text};

/// Width and height of a sheet in points.
pub(super) const SHEET: (f32, f32) = (595.28, 841.89);
/// The margin on the left; the others are as wide.
pub(super) const LEFT: f32 = 56.0;
/// The width between the margins.
pub(super) const WIDTH: f32 = SHEET.0 - 2.0 * LEFT;
const TOP: f32 = LEFT;
const BOTTOM: f32 = SHEET.1 - 66.0;

/// The size of the letters.
const SIZE: f32 = 10.5;
/// White behind a paragraph.
const AFTER: f32 = 5.0;
/// White in the cells of a table.
const CELL: f32 = 4.0;
/// How far a list stands in.
const INDENT: f32 = 14.0;
/// What must fit below a heading for it to stay where it is: its own lines and these.
const KEPT: f32 = 48.0;
const BULLET: &str = "•";

/// What was laid out.
pub(super) struct Laid {
    pub(super) sheets: Vec<Vec<Piece>>,
    pub(super) tree: Vec<Branch>,
    pub(super) outline: Vec<Entry>,
    /// How many places in the tree something is drawn for.
    pub(super) slots: usize,
}

/// Something on a sheet, from its left and top.
pub(super) struct Piece {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) what: What,
    /// The place in the tree; none for an artifact.
    pub(super) slot: Option<usize>,
}

pub(super) enum What {
    Line(Line),
    Rule {
        width: f32,
    },
    /// A rectangle in a grey, part of a drawing.
    Block {
        size: (f32, f32),
        grey: u8,
    },
    /// A line through points, from the place of the piece, part of a drawing.
    Path {
        points: Vec<(f32, f32)>,
        grey: u8,
        dashed: bool,
    },
}

/// A part of the tree: what it is, and what is in it or drawn for it.
pub(super) struct Branch {
    pub(super) tag: TagKind,
    pub(super) children: Vec<Branch>,
    pub(super) slot: Option<usize>,
}

impl Branch {
    fn of(tag: impl Into<TagKind>, children: Vec<Self>) -> Self {
        Self {
            tag: tag.into(),
            children,
            slot: None,
        }
    }
}

/// A line of the outline.
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) sheet: usize,
    pub(super) y: f32,
}

/// A cell with its lines still to be drawn.
struct Cell {
    x: f32,
    lines: std::collections::VecDeque<Line>,
    slot: Option<usize>,
}

impl Cell {
    fn height(&self) -> f32 {
        self.lines.iter().map(|line| line.height).sum()
    }
}

/// Where each column of a table begins and how wide it is.
type Columns = Vec<(f32, f32)>;

/// The headings of a table, for the next sheet.
#[derive(Clone, Copy)]
struct Headings<'t> {
    columns: &'t [(f32, f32)],
    texts: &'t [&'t str],
}

struct Flow<'s> {
    setter: &'s mut Setter,
    laid: Laid,
    y: f32,
}

/// Puts a document on sheets.
pub(super) fn lay_out(document: &Document, setter: &mut Setter) -> Laid {
    let mut flow = Flow {
        setter,
        laid: Laid {
            sheets: vec![Vec::new()],
            tree: Vec::new(),
            outline: Vec::new(),
            slots: 0,
        },
        y: TOP,
    };
    flow.heading(1, &document.title);
    for block in &document.blocks {
        match block {
            Block::Heading(level, text) => {
                flow.y += match level {
                    Level::Part => 10.0,
                    Level::Within => 4.0,
                };
                flow.heading(level.depth(), text);
            }
            Block::Paragraph { label, text } => flow.paragraph(label, text),
            Block::List(items) => flow.list(items),
            Block::Table(table) => flow.table(table),
            Block::Drawing(drawing) => flow.drawing(drawing),
            Block::NewSheet => flow.new_sheet(),
        }
    }
    flow.laid
}

impl Flow<'_> {
    fn new_sheet(&mut self) {
        // A sheet that is still empty is new enough.
        if self.laid.sheets.last().is_none_or(|sheet| !sheet.is_empty()) {
            self.laid.sheets.push(Vec::new());
        }
        self.y = TOP;
    }

    fn new_slot(&mut self) -> usize {
        self.laid.slots += 1;
        self.laid.slots - 1
    }

    fn put(&mut self, x: f32, y: f32, what: What, slot: Option<usize>) {
        if let Some(sheet) = self.laid.sheets.last_mut() {
            sheet.push(Piece { x, y, what, slot });
        }
    }

    /// Draws lines below each other, on as many sheets as they need.
    fn lines(&mut self, x: f32, lines: Vec<Line>, slot: usize) {
        for line in lines {
            if self.y + line.height > BOTTOM {
                self.new_sheet();
            }
            let (y, height) = (self.y, line.height);
            self.put(x, y, What::Line(line), Some(slot));
            self.y += height;
        }
    }

    fn leaf(&mut self, tag: impl Into<TagKind>, slot: usize) -> Branch {
        Branch {
            tag: tag.into(),
            children: Vec::new(),
            slot: Some(slot),
        }
    }

    fn heading(&mut self, depth: u16, text: &str) {
        let size = match depth {
            1 => 18.0,
            2 => 13.5,
            _ => 11.5,
        };
        let lines = self.setter.lines(&Text::bold(text, size), WIDTH);
        let height: f32 = lines.iter().map(|line| line.height).sum();
        if self.y + height + KEPT > BOTTOM {
            self.new_sheet();
        }
        self.laid.outline.push(Entry {
            title: text.to_owned(),
            sheet: self.laid.sheets.len() - 1,
            y: self.y,
        });
        let slot = self.new_slot();
        self.lines(LEFT, lines, slot);
        self.y += AFTER;
        let level = NonZeroU16::new(depth).unwrap_or(NonZeroU16::MIN);
        let branch = self.leaf(Tag::Hn(level, Some(text.to_owned())), slot);
        self.laid.tree.push(branch);
    }

    fn paragraph(&mut self, label: &str, text: &str) {
        let text = match label {
            "" => Text::plain(text, SIZE),
            _ => Text {
                text: format!("{label}: {text}"),
                bold: label.len() + 1,
                size: SIZE,
            },
        };
        let lines = self.setter.lines(&text, WIDTH);
        let slot = self.new_slot();
        self.lines(LEFT, lines, slot);
        self.y += AFTER;
        let branch = self.leaf(Tag::P, slot);
        self.laid.tree.push(branch);
    }

    fn list(&mut self, items: &[String]) {
        let mut branches = Vec::new();
        for item in items {
            let lines = self.setter.lines(&Text::plain(item, SIZE), WIDTH - INDENT);
            let (mark, body) = (self.new_slot(), self.new_slot());
            if self.y + lines.first().map_or(0.0, |line| line.height) > BOTTOM {
                self.new_sheet();
            }
            let y = self.y;
            for line in self.setter.lines(&Text::plain(BULLET, SIZE), INDENT) {
                self.put(LEFT, y, What::Line(line), Some(mark));
            }
            self.lines(LEFT + INDENT, lines, body);
            self.y += AFTER / 2.0;
            let (mark, body) = (self.leaf(Tag::Lbl, mark), self.leaf(Tag::LBody, body));
            branches.push(Branch::of(Tag::LI, vec![mark, body]));
        }
        self.y += AFTER / 2.0;
        let list = Branch::of(Tag::L(ListNumbering::Disc), branches);
        self.laid.tree.push(list);
    }

    fn table(&mut self, table: &Table) {
        let columns = columns(table);
        let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
        let (head, slots) = self.row(&columns, &headings, true);
        let first_row = table.rows.first().map_or(0.0, |cells| {
            let texts: Vec<&str> = cells.iter().map(String::as_str).collect();
            self.cells(&columns, &texts, false)
                .iter()
                .map(Cell::height)
                .fold(0.0, f32::max)
        });
        // Headings alone at the foot of a sheet say nothing.
        if self.y + height(&head) + first_row.min(KEPT) > BOTTOM {
            self.new_sheet();
        }
        self.rule();
        self.draw_row(head, None);
        let th = |flow: &mut Self, slot| flow.leaf(Tag::TH(TableHeaderScope::Column), slot);
        let head = slots.into_iter().map(|slot| th(self, slot)).collect();
        let head = Branch::of(Tag::THead, vec![Branch::of(Tag::TR, head)]);
        let mut body = Vec::new();
        for cells in &table.rows {
            let texts: Vec<&str> = cells.iter().map(String::as_str).collect();
            let (row, slots) = self.row(&columns, &texts, false);
            let repeated = Headings {
                columns: &columns,
                texts: &headings,
            };
            self.draw_row(row, Some(repeated));
            let cells = slots.into_iter().map(|slot| self.leaf(Tag::TD, slot)).collect();
            body.push(Branch::of(Tag::TR, cells));
        }
        self.y += 2.0 * AFTER;
        let body = Branch::of(Tag::TBody, body);
        self.laid.tree.push(Branch::of(Tag::Table, vec![head, body]));
    }

    /// The cells of a row, each with a place in the tree.
    fn row(&mut self, columns: &[(f32, f32)], texts: &[&str], bold: bool) -> (Vec<Cell>, Vec<usize>) {
        let mut cells = self.cells(columns, texts, bold);
        let slots: Vec<usize> = cells.iter().map(|_| self.new_slot()).collect();
        for (cell, slot) in cells.iter_mut().zip(&slots) {
            cell.slot = Some(*slot);
        }
        (cells, slots)
    }

    /// The cells of a row, as artifacts.
    fn cells(&mut self, columns: &[(f32, f32)], texts: &[&str], bold: bool) -> Vec<Cell> {
        let cell = |((x, width), text): (&(f32, f32), &&str)| {
            let text = match bold {
                true => Text::bold(text, SIZE),
                false => Text::plain(text, SIZE),
            };
            Cell {
                x: *x,
                lines: self.setter.lines(&text, width - CELL).into(),
                slot: None,
            }
        };
        columns.iter().zip(texts).map(cell).collect()
    }

    fn rule(&mut self) {
        let y = self.y;
        self.put(LEFT, y, What::Rule { width: WIDTH }, None);
    }

    /// Draws a row: whole where it can be, else as much as each sheet holds. On a new sheet `headings` come first.
    fn draw_row(&mut self, mut cells: Vec<Cell>, headings: Option<Headings<'_>>) {
        loop {
            let whole = height(&cells);
            if self.y + whole <= BOTTOM {
                self.draw_lines(&mut cells, f32::INFINITY);
                return;
            }
            let head = headings.map(|one| self.cells(one.columns, one.texts, true));
            let fresh = TOP + head.as_ref().map_or(0.0, |head| height(head));
            let is_fresh = self.y <= fresh;
            let room = BOTTOM - self.y - 2.0 * CELL;
            if is_fresh || (whole > BOTTOM - fresh && room > KEPT) {
                // Taller than a sheet: it goes on where this one ends.
                self.draw_lines(&mut cells, room);
            }
            if cells.iter().all(|cell| cell.lines.is_empty()) {
                return;
            }
            self.new_sheet();
            self.rule();
            if let Some(mut head) = head {
                self.draw_lines(&mut head, f32::INFINITY);
            }
        }
    }

    /// Draws of each cell the lines that fit in a room, and a rule below. On an empty sheet one line always fits.
    fn draw_lines(&mut self, cells: &mut [Cell], room: f32) {
        let top = self.y + CELL;
        let mut end = top;
        for cell in cells {
            let mut y = top;
            while let Some(line) = cell.lines.pop_front() {
                let is_first = y <= top && top < BOTTOM / 2.0;
                if y - top + line.height > room && !is_first {
                    cell.lines.push_front(line);
                    break;
                }
                let height = line.height;
                self.put(cell.x, y, What::Line(line), cell.slot);
                y += height;
            }
            end = end.max(y);
        }
        self.y = end + CELL;
        self.rule();
    }
}

/// The height of a row with its white.
fn height(cells: &[Cell]) -> f32 {
    cells.iter().map(Cell::height).fold(0.0, f32::max) + 2.0 * CELL
}

/// Where each column begins and how wide it is.
fn columns(table: &Table) -> Columns {
    let shares: u16 = table.columns.iter().map(|column| column.share).sum();
    let mut x = LEFT;
    let column = |column: &super::super::model::Column| {
        let width = WIDTH * f32::from(column.share) / f32::from(shares.max(1));
        let start = x;
        x += width;
        (start, width)
    };
    table.columns.iter().map(column).collect()
}
