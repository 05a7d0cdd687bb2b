//! What every document of a project is made with, read once from the templates: profiles, forms, the timeline.

use std::collections::BTreeMap;

use crate::diag::{Finding, Place, rules};
use crate::model::profile::{DEFAULT, Profiles};
use crate::model::timeline::Timeline;
use crate::templates::{TIMELINE, Templates};
use crate::{load, render};

/// What stands on the page, as data and as templates.
pub struct Forms {
    pub profiles: Profiles,
    pub templates: render::Forms,
    pub timeline: Timeline,
}

impl Forms {
    /// Reads the profiles and the forms; a broken one is a finding that refuses every document.
    pub fn read(templates: &Templates) -> Result<Self, Box<Finding>> {
        let mut files = BTreeMap::new();
        for (path, name) in templates.profiles() {
            files
                .insert(name.to_owned(), load::to_json(&format!("templates/{path}"), &templates.text(path))?);
        }
        let own = templates.embedded_text("nd30.yaml");
        let decree = match files.get(DEFAULT) {
            Some(unchanged) if templates.text("nd30.yaml") == own => unchanged.clone(),
            _ => load::to_json("templates/nd30.yaml", own)?,
        };
        let profiles = Profiles::of(&files, &decree).map_err(|(name, reason)| {
            let place = Place::file(format!("templates/{name}.yaml"));
            Box::new(
                Finding::new(&rules::PROFILE, place, format!("tệp thể thức sai: {reason}"))
                    .help("so với tệp gốc của chương trình; xóa tệp này để dùng tệp gốc"),
            )
        })?;
        let path = format!("templates/{TIMELINE}");
        let timeline = Timeline::of(&load::to_json(&path, &templates.text(TIMELINE))?).map_err(|reason| {
            let place = Place::file(path.as_str());
            let finding = Finding::new(&rules::PROFILE, place, format!("tệp mốc thời gian sai: {reason}"));
            Box::new(finding.help("so với tệp gốc của chương trình; xóa tệp này để dùng tệp gốc"))
        })?;
        Ok(Self { profiles, templates: render::Forms::parse(templates)?, timeline })
    }
}
