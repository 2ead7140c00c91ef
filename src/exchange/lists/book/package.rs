//! The zip around a workbook, and the meter through which every part of it is unpacked.

use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use crate::exchange::lists::ListError;

/// The most bytes that are unpacked of one workbook, all parts that are read together. A list of 50,000 pupils takes 30
/// million, and each time a part is looked at again counts again.
pub(super) const MOST_UNPACKED: u64 = 512 * 1024 * 1024;

/// The most bytes of one thing in the XML: a start tag with its attributes, or a text between two tags. A cell of a
/// spreadsheet holds 32,767 characters.
pub(super) const MOST_PIECE: usize = 1024 * 1024;

/// The most parts a workbook may have.
const MOST_PARTS: usize = 10_000;

/// How much may still be unpacked.
type Left = Rc<Cell<u64>>;

/// An opened workbook.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: Left,
}

impl<'a> Package<'a> {
    /// Opens the zip.
    ///
    /// # Errors
    ///
    /// [`ListError::Damaged`] when it is none, or broken off.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ListError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ListError::Damaged)?;
        if zip.len() > MOST_PARTS {
            return Err(ListError::Damaged);
        }
        Ok(Self {
            zip,
            left: Rc::new(Cell::new(MOST_UNPACKED)),
        })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part as XML; none when there is no such part.
    ///
    /// # Errors
    ///
    /// [`ListError::Damaged`] when the part cannot be opened.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<Xml<'_, 'a>>, ListError> {
        if !self.has(name) {
            return Ok(None);
        }
        let (left, since) = (Rc::clone(&self.left), Left::default());
        let inner = self.zip.by_name(name).map_err(|_| ListError::Damaged)?;
        let metered = Metered {
            inner,
            left: Rc::clone(&left),
            since: Rc::clone(&since),
        };
        let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, metered));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // Ends are counted by whoever reads; keeping every name that is open would let a file claim memory for them.
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        Ok(Some(Xml {
            reader,
            left,
            since,
            buffer: Vec::new(),
        }))
    }
}

/// A part that is being unpacked.
struct Metered<'p, 'a> {
    inner: ZipFile<'p, Cursor<&'a [u8]>>,
    left: Left,
    /// How much was unpacked for the piece that is being read: one without an end must not fill the memory.
    since: Left,
}

impl Read for Metered<'_, '_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        let spent = u64::try_from(read).unwrap_or(u64::MAX);
        self.since.set(self.since.get().saturating_add(spent));
        let endless = self.since.get() > 2 * MOST_PIECE as u64;
        match self.left.get().checked_sub(spent) {
            Some(left) if !endless => {
                self.left.set(left);
                Ok(read)
            }
            _ => {
                self.left.set(0);
                Err(io::Error::from(io::ErrorKind::FileTooLarge))
            }
        }
    }
}

/// One thing of the XML, freed of namespaces.
pub(super) enum Piece<'b> {
    /// A start tag.
    Start(BytesStart<'b>),
    /// An end tag, by its local name.
    End(String),
    /// Text, resolved.
    Text(String),
    /// The end of the part.
    Over,
}

/// A part as a stream of XML.
pub(super) struct Xml<'p, 'a> {
    reader: Reader<BufReader<Metered<'p, 'a>>>,
    left: Left,
    since: Left,
    buffer: Vec<u8>,
}

impl Xml<'_, '_> {
    /// The next start, end or text.
    ///
    /// # Errors
    ///
    /// [`ListError::Damaged`] when the XML is broken, [`ListError::Swollen`] when the workbook unpacks to more than
    /// [`MOST_UNPACKED`].
    pub(super) fn next(&mut self) -> Result<Piece<'_>, ListError> {
        self.buffer.clear();
        self.buffer.shrink_to(MOST_PIECE);
        self.since.set(0);
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(_) if self.left.get() == 0 => return Err(ListError::Swollen),
            Err(_) => return Err(ListError::Damaged),
        };
        if event.len() > MOST_PIECE {
            return Err(ListError::Swollen);
        }
        Ok(match event {
            Event::Start(start) | Event::Empty(start) => Piece::Start(start),
            Event::End(end) => Piece::End(end.local_name().as_ref().to_owned()),
            Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
            Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
            Event::GeneralRef(entity) => Piece::Text(resolved(&entity)?),
            Event::Eof => Piece::Over,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => Piece::Text(String::new()),
        })
    }

    /// The text up to the end tag of this name, the text of what is within it included.
    ///
    /// # Errors
    ///
    /// As [`Xml::next`]; a part that ends before the tag does is damaged.
    pub(super) fn text_until(&mut self, name: &str) -> Result<String, ListError> {
        let mut text = String::new();
        loop {
            match self.next()? {
                Piece::Text(more) => text.push_str(&more),
                Piece::End(end) if end == name => return Ok(text),
                Piece::Over => return Err(ListError::Damaged),
                Piece::Start(_) | Piece::End(_) => {}
            }
            if text.len() > MOST_PIECE {
                return Err(ListError::Swollen);
            }
        }
    }

    /// Passes over everything up to the end tag of this name, which may hold tags of its own name.
    ///
    /// # Errors
    ///
    /// As [`Xml::text_until`].
    pub(super) fn pass(&mut self, name: &str) -> Result<(), ListError> {
        let mut within = 1_usize;
        while within > 0 {
            match self.next()? {
                Piece::Start(start) if start.local_name().as_ref() == name => within += 1,
                Piece::End(end) if end == name => within -= 1,
                Piece::Over => return Err(ListError::Damaged),
                _ => {}
            }
        }
        Ok(())
    }
}

/// What an entity stands for: one of the five of XML, or a character by its number. Others are not looked up, so that a
/// file cannot make one word of a thousand.
fn resolved(entity: &BytesRef<'_>) -> Result<String, ListError> {
    let letter = match entity.as_ref() {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "apos" => '\'',
        "quot" => '"',
        _ => match entity.resolve_char_ref() {
            Ok(Some(letter)) => letter,
            _ => return Err(ListError::Damaged),
        },
    };
    Ok(letter.to_string())
}

/// An attribute by its name, prefix included.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|one| one.key.as_ref() == name)?;
    Some(
        found
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .ok()?
            .into_owned(),
    )
}

/// An attribute that is a number.
pub(super) fn number(start: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(start, name)?.trim().parse().ok()
}
