//! What the form lets a clerk say: its keys and fields, and the switches of the profile (`the_thuc`).

use std::collections::BTreeMap;

use serde_json::Value;

use super::fields::{Fields, unknown_word};
use super::head;
use super::layers::Layers;
use super::yaml::{Content, Node};
use crate::diag::{Finding, Findings, rules};
use crate::model::document::Field;
use crate::model::profile::{DEFAULT, FieldKind, Form, FormChoice, Kind, Permitted, Profile, Profiles};
use crate::model::text::ClerkText;
use crate::vietnamese::date::{self, IssueDate, ShortDate};
use crate::vietnamese::number;

const SWITCHES: &str = "the_thuc";
const PROFILE: &str = "theo";
pub(super) const YES_NO: &[(&str, bool)] = &[("co", true), ("khong", false)];

/// The profile that the document names under `the_thuc`, else the office's, else the default.
pub fn profile<'p>(
    own: &Node,
    shared: &[Node],
    profiles: &'p Profiles,
    findings: &mut Findings,
) -> &'p Profile {
    let named = std::iter::once(own).chain(shared).find_map(|node| entry(entry(node, SWITCHES)?, PROFILE));
    let Some(Content::Scalar(name)) = named.map(|node| &node.content) else { return profiles.default() };
    profiles.get(&name.text).unwrap_or_else(|| {
        unknown_word(name, "«theo»", profiles.names(), findings);
        profiles.default()
    })
}

fn entry<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    let Content::Map { entries, .. } = &node.content else { return None };
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

/// The form of a kind: another one when documents are issued with it.
pub fn of_kind<'p>(kind: Option<&'p Kind>, own: &Fields<'_>) -> &'p str {
    let Some(kind) = kind else { return "" };
    let issues = own.get("van_ban_kem_theo").is_some();
    kind.mau_kem_theo.as_deref().filter(|_| issues).unwrap_or(&kind.mau)
}

/// The keys of every form's own fields.
pub fn field_keys(profile: &Profile) -> impl Iterator<Item = &str> {
    profile.forms.values().flat_map(|form| &form.fields).map(|field| field.key.as_str())
}

/// What one form takes.
pub struct KeysOfForm<'p> {
    profile: &'p Profile,
    kind: Option<&'p Kind>,
    number: &'p str,
    form: Option<&'p Form>,
}

impl<'p> KeysOfForm<'p> {
    pub fn new(profile: &'p Profile, kind: Option<&'p Kind>, number: &'p str) -> Self {
        Self { profile, kind, number, form: profile.form(number) }
    }

    fn name(&self) -> &str {
        self.kind.map_or("văn bản", |kind| kind.ten.as_str())
    }

    /// Reports keys that the form does not print, whose text would get lost in silence, and those that it misses.
    pub fn complain(&self, own: &Fields<'_>, findings: &mut Findings) {
        let Some(form) = self.form else { return };
        let takes = |key: &str| {
            form.keys.iter().any(|taken| taken == key) || form.fields.iter().any(|field| field.key == key)
        };
        let mut known: Vec<&str> = self
            .profile
            .forms
            .values()
            .flat_map(|form| form.keys.iter().map(String::as_str))
            .chain(field_keys(self.profile))
            .collect();
        known.sort_unstable();
        known.dedup();
        for key in known.into_iter().filter(|key| !takes(key)) {
            if let Some(place) = own.key_place(key) {
                findings.add(
                    Finding::new(
                        &rules::NOT_FOR_KIND,
                        place.clone(),
                        format!(
                            "«{key}» không dùng cho {}: mẫu {} không có thành phần này",
                            self.name(),
                            self.number
                        ),
                    )
                    .help(self.instead(key, form)),
                );
            }
        }
        for key in &form.required {
            if own.get(key).is_none() || own.list(key).is_empty() {
                own.missing(key, self.name(), findings);
            }
        }
    }

    /// What else the clerk may have meant with a key that the form does not know.
    fn instead(&self, key: &str, form: &Form) -> String {
        const MOST: usize = 4;
        let takes = |form: &Form| {
            form.keys.iter().any(|taken| taken == key) || form.fields.iter().any(|field| field.key == key)
        };
        let is_taken = |number: &String| self.profile.form(number).is_some_and(takes);
        let kinds = self
            .profile
            .kinds
            .iter()
            .filter(|kind| is_taken(&kind.mau) || kind.mau_kem_theo.as_ref().is_some_and(is_taken));
        let kinds: Vec<&str> = kinds.map(|kind| kind.ten.as_str()).collect();
        let more = if kinds.len() > MOST { " …" } else { "" };
        let kinds = format!("{}{more}", kinds[..kinds.len().min(MOST)].join(", "));
        let own: Vec<&str> = form
            .keys
            .iter()
            .map(String::as_str)
            .chain(form.fields.iter().map(|field| field.key.as_str()))
            .collect();
        format!("xóa dòng này; «{key}» dùng cho {kinds}; mẫu {} gồm {}", self.number, own.join(", "))
    }

    /// A record of a meeting is signed by two.
    pub fn complain_of_signatories(&self, layers: &Layers<'_>, findings: &mut Findings) {
        let own = &layers.files[0];
        let count = layers.nearest("nguoi_ky").map_or(0, |fields| fields.list("nguoi_ky").len());
        if count == 1 && self.form.is_some_and(|form| form.two_signatories) {
            let place = own.get("nguoi_ky").map_or(own.place, |node| &node.place);
            findings.add(
                Finding::new(
                    &rules::MISSING_KEY,
                    place.clone(),
                    format!("{} phải có hai người ký, ở đây có một", self.name()),
                )
                .help("ghi «nguoi_ky» thành danh sách: «- { dong: [THƯ KÝ] }» rồi «- { dong: [CHỦ TỌA] }»"),
            );
        }
    }

    /// The form's own fields, each with its text, its default, or nothing to print.
    pub fn fields(&self, own: &Fields<'_>, findings: &mut Findings) -> BTreeMap<String, Field<ClerkText>> {
        let Some(form) = self.form else { return BTreeMap::new() };
        let mut fields = BTreeMap::new();
        for field in &form.fields {
            let key = field.key.as_str();
            if field.is_required && own.list(key).is_empty() {
                own.missing(key, self.name(), findings);
            }
            let value = match field.kind {
                FieldKind::Text => {
                    let mut texts = own.texts(key, findings);
                    if let (true, Some(default)) = (texts.is_empty(), &field.default) {
                        texts.push(ClerkText { text: default.clone(), ..head::empty(own) });
                    }
                    if texts.len() > 1 && !field.is_list {
                        findings.add(
                            Finding::new(
                                &rules::WRONG_SHAPE,
                                texts[1].place.clone(),
                                format!("«{key}» chỉ nhận một đoạn chữ, ở đây là một danh sách"),
                            )
                            .help("viết thành một câu"),
                        );
                    }
                    Field::Texts(texts)
                }
                FieldKind::Date => {
                    let date = own.text(key, findings).and_then(|text| head::issue_date(&text, findings));
                    date.map_or(Field::Texts(Vec::new()), Field::Date)
                }
                FieldKind::YesNo => {
                    let default = field.default.as_deref() == Some("co");
                    Field::YesNo(own.word(key, YES_NO, findings).unwrap_or(default))
                }
            };
            if let (Field::Date(later), Some(other), Some(place)) =
                (&value, &field.not_before, own.key_place(key))
                && let Some(earlier) = date_of(other, &fields, own)
                && date::iso(later) < date::iso(&earlier)
            {
                findings.add(
                    Finding::new(
                        &rules::WRONG_DATE,
                        place.clone(),
                        format!(
                            "«{key}» {} trước «{other}» {}",
                            date::short(later, ShortDate::Decree),
                            date::short(&earlier, ShortDate::Decree)
                        ),
                    )
                    .also(own.key_place(other).unwrap_or(place).clone(), format!("«{other}»"))
                    .help("xem lại hai ngày"),
                );
            }
            fields.insert(key.to_owned(), value);
        }
        fields
    }
}

/// The date of another field, or of the document itself; what is wrong with it is said elsewhere.
fn date_of(key: &str, fields: &BTreeMap<String, Field<ClerkText>>, own: &Fields<'_>) -> Option<IssueDate> {
    match fields.get(key) {
        Some(Field::Date(date)) => Some(*date),
        Some(_) => None,
        None => date::parse(&own.text(key, &mut Findings::of_dossier())?.text).ok(),
    }
}

/// The profile's name and the changed values of `the_thuc`, key by key from the nearest file that has them.
pub fn choice(layers: &Layers<'_>, profile: &Profile, findings: &mut Findings) -> FormChoice {
    let mut choice = FormChoice::default();
    let mut allowed: Vec<&str> = profile.switches.keys().map(String::as_str).collect();
    allowed.push(PROFILE);
    let maps: Vec<Fields<'_>> = layers
        .files
        .iter()
        .filter_map(|file| Fields::of(file.get(SWITCHES)?, "«the_thuc»", &allowed, findings))
        .collect();
    let nearest = |key: &str| maps.iter().find(|map| map.get(key).is_some());
    choice.profile = nearest(PROFILE)
        .and_then(|map| map.text(PROFILE, findings))
        .map(|text| text.text)
        .filter(|name| name != DEFAULT);
    for (key, path) in &profile.switches {
        let Some(given) = nearest(key).and_then(|map| map.text(key, findings)) else { continue };
        let Some(permitted) = profile.permitted(path) else { continue };
        match switched(&given.text, &permitted) {
            Some(value) => {
                choice.changes.insert(path.clone(), value);
            }
            None => findings.add(out_of_range(key, &given, &permitted)),
        }
    }
    choice
}

/// The value that a clerk typed, when the decree permits it.
fn switched(text: &str, permitted: &Permitted) -> Option<Value> {
    if permitted.value.is_string() {
        return permitted.list.iter().find(|value| value.as_str() == Some(text)).cloned();
    }
    let value = Value::from(typed_number(text)?);
    permitted.allows(&value).then_some(value)
}

fn out_of_range(key: &str, given: &ClerkText, permitted: &Permitted) -> Finding {
    let unit = match permitted.unit.as_str() {
        "" => String::new(),
        unit => format!(" {unit}"),
    };
    let shown =
        |value: &Value| value.as_str().map_or_else(|| value.to_string().replace('.', ","), str::to_owned);
    let range = if permitted.list.is_empty() {
        let bound = |value: Option<f64>| value.map(|value| value.to_string().replace('.', ","));
        match (bound(permitted.from), bound(permitted.to)) {
            (Some(from), Some(to)) => format!("từ {from} đến {to}{unit}"),
            (Some(from), None) => format!("từ {from}{unit} trở lên"),
            (None, Some(to)) => format!("không quá {to}{unit}"),
            (None, None) => "một số".to_owned(),
        }
    } else {
        format!("{}{unit}", permitted.list.iter().map(shown).collect::<Vec<_>>().join(" hoặc "))
    };
    let message = if permitted.value.is_number() && typed_number(&given.text).is_none() {
        format!("«{key}: {}» không phải là một số; ghi số, không ghi đơn vị: {range}", given.text)
    } else {
        format!("«{key}: {}» nằm ngoài mức Nghị định cho phép: {range}", given.text)
    };
    Finding::new(&rules::OUTSIDE_FORM, given.place.clone(), message)
        .help(format!("giá trị đang dùng khi không ghi gì là {}{unit}", shown(&permitted.value)))
}

/// A decimal point is how YAML writes numbers, a comma how clerks do.
fn typed_number(text: &str) -> Option<f64> {
    let vietnamese = number::parse(text).ok().and_then(|number| number.to_string().parse().ok());
    vietnamese.or_else(|| text.parse().ok())
}
