//! What the typesetter may see: the layout's sources, the blocks as data, the embedded fonts. No clock, no disk.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

use super::rows;
use crate::templates::Templates;

const LICENCE: &str = "fonts/LICENSE";
const MAIN: &str = "main.typ";
const BLOCKS: &str = "blocks.json";
const PROFILE: &str = "profile.json";
const ORDER: &str = "order.json";

/// The world of one process; only the blocks, and rarely the form, change from document to document.
pub struct BlockWorld {
    library: LazyHash<Library>,
    fonts: FontStore,
    /// A handful of files: a search is as fast as a map, and `FileId` has no order.
    sources: Vec<Source>,
    /// Files in `fonts/` that hold no font.
    pub unreadable_fonts: Vec<String>,
    main: FileId,
    blocks_id: FileId,
    blocks: Bytes,
    profile_id: FileId,
    profile: Bytes,
    order_id: FileId,
    order: Bytes,
}

impl BlockWorld {
    pub fn new(templates: &Templates) -> Self {
        let mut fonts = FontStore::new();
        let mut fonts_read = 0;
        let mut unreadable_fonts = Vec::new();
        for path in templates.paths("fonts/") {
            let bytes = Bytes::new(templates.bytes(path).to_vec());
            let before = fonts_read;
            for font in Font::iter(bytes) {
                let info = font.info().clone();
                fonts.push((font, info));
                fonts_read += 1;
            }
            if before == fonts_read && path != LICENCE {
                unreadable_fonts.push(path.to_owned());
            }
        }
        let sources = templates
            .paths("layout/")
            .map(|path| {
                Source::new(id(path.trim_start_matches("layout/")), templates.text(path).into_owned())
            })
            .collect();
        let mut library = Library::builder().build();
        library.global.scope_mut().define_func_with_data(&rows::ROWS_IN_BULK);
        Self {
            library: LazyHash::new(library),
            fonts,
            sources,
            unreadable_fonts,
            main: id(MAIN),
            blocks_id: id(BLOCKS),
            blocks: Bytes::new(Vec::<u8>::new()),
            profile_id: id(PROFILE),
            profile: Bytes::new(Vec::<u8>::new()),
            order_id: id(ORDER),
            order: Bytes::new(order(true)),
        }
    }

    /// The form as JSON.
    pub fn set_profile(&mut self, json: Vec<u8>) {
        self.profile = Bytes::new(json);
    }

    /// Whether PDFs are to have structure.
    pub fn set_tagged(&mut self, tagged: bool) {
        self.order = Bytes::new(order(tagged));
    }

    pub fn set_blocks(&mut self, json: Vec<u8>) {
        self.blocks = Bytes::new(json);
    }

    /// Every file but the fonts, as it stands for the document that was laid out last.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let sources = self.sources.iter().map(|source| {
            let name = source.id().vpath().get_without_slash().to_owned();
            (name, source.text().as_bytes().to_vec())
        });
        let data = [(BLOCKS, &self.blocks), (PROFILE, &self.profile), (ORDER, &self.order)];
        sources.chain(data.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))).collect()
    }

    /// The names of the font families, Times New Roman first where the office has put it there.
    pub fn families(&self) -> Vec<String> {
        let mut names: Vec<String> = self.fonts.book().families().map(|(name, _)| name.to_owned()).collect();
        names.sort_by_key(|name| (name != "Times New Roman", name.clone()));
        names.dedup();
        names
    }
}

fn order(tagged: bool) -> Vec<u8> {
    format!("{{\"tagged\":{tagged}}}").into_bytes()
}

/// A file of the world.
fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the names of layout files have no `..` and no backslash");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for BlockWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources
            .iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.blocks_id {
            return Ok(self.blocks.clone());
        }
        if id == self.profile_id {
            return Ok(self.profile.clone());
        }
        if id == self.order_id {
            return Ok(self.order.clone());
        }
        Err(FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
