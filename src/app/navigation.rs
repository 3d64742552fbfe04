//! The address: read, shown, changed, remembered. Nothing else of what is shown is kept anywhere.

use crate::browser;
use crate::pages;
use catalogue::browse::Collection;
use catalogue::model::Lang;
use catalogue::query::{Address, Base, Page, Query};
use leptos::prelude::*;

/// The site as the pages see it.
#[derive(Clone, Copy)]
pub struct Site {
    /// What there is to show.
    pub collection: &'static Collection,
    /// Where the site is published.
    pub base: &'static Base,
    /// The host, as links of others begin: `https://example.org`.
    origin: &'static str,
    /// Where the drawing of the map lies.
    pub map: &'static str,
    visit: RwSignal<Visit>,
    /// Which steps the screen has come to.
    steps: [RwSignal<bool>; Step::IN_ORDER.len()],
}

/// What the screen comes to, one after the other, when a visitor asks something. Each step is a task of
/// its own, so that the visitor's clicks and keys come in between.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// That the visitor was heard: the letter, the tick, how many there are.
    Heard,
    /// What is chosen, and the answer, as far as the first screen holds it. Before that stands the frame
    /// alone, or what the file says.
    Answer,
    /// Further results.
    Further,
    /// What else could be asked.
    Facets,
    /// Everything.
    All,
}

impl Step {
    const IN_ORDER: [Self; 5] = [
        Self::Heard,
        Self::Answer,
        Self::Further,
        Self::Facets,
        Self::All,
    ];
}

/// An entry of the browser's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The address shown.
    pub address: Address,
    /// The listing from which the visitor came, and how many entries ago.
    pub results: Option<(String, u32)>,
}

/// How long a visitor may pause while typing before the address bar follows, in milliseconds.
/// Browsers refuse more than about a hundred changes in half a minute.
const TYPING_PAUSE: i32 = 400;

/// How long the next letter is waited for before what lies below the first screen follows, in
/// milliseconds: longer than most typists take from one to the next.
const LETTER_PAUSE: i32 = 200;

/// Up to so many clusters each letter typed is answered at once: the slowest answer takes 8 ms there.
const ANSWERED_AT_ONCE: usize = 40_000;

impl Site {
    /// A site on a host (as `https://example.org`), that shows one address.
    pub fn new(
        collection: &'static Collection,
        base: &'static Base,
        origin: &'static str,
        visit: Visit,
    ) -> Self {
        Self {
            collection,
            base,
            origin,
            map: "",
            visit: RwSignal::new(visit),
            steps: Step::IN_ORDER.map(|_| RwSignal::new(true)),
        }
    }

    /// The site with the drawing of its map.
    #[must_use]
    pub fn with_map(self, map: &'static str) -> Self {
        Self { map, ..self }
    }

    /// The site as the browser's location has it.
    pub fn open(collection: &'static Collection, base: &'static Base) -> Self {
        let visit = visited(collection, base);
        let origin = Box::leak(browser::origin().into_boxed_str());
        let map = Box::leak(browser::map().into_boxed_str());
        let site = Self::new(collection, base, origin, visit).with_map(map);
        site.come_to(None);
        site
    }

    /// The address shown; follows it.
    pub fn address(self) -> Address {
        self.visit.with(|visit| visit.address.clone())
    }

    /// The address shown; does not follow it.
    pub fn address_now(self) -> Address {
        self.visit.with_untracked(|visit| visit.address.clone())
    }

    /// The listing that the visitor came from, else the whole catalogue; with whether it lies in the
    /// history.
    pub fn results_href(self) -> (String, bool) {
        self.visit.with(|visit| match &visit.results {
            Some((href, _)) => (href.clone(), true),
            None => (self.href(&Address::catalogue(visit.address.lang)), false),
        })
    }

    /// The listing that the visitor came from, if it is known; follows it.
    pub fn results(self) -> Option<Address> {
        let (href, known) = self.results_href();
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        let address = Address::parse(self.base, path, query, self.address_now().lang)?;
        known.then(|| self.collection.current(&address))
    }

    /// Whether the screen has come to a step with what the visitor asks; follows it.
    pub fn has_come_to(self, step: Step) -> bool {
        self.steps[step as usize].get()
    }

    /// Whether the screen has ever come to a step; follows that until it has.
    pub fn has_once_come_to(self, step: Step) -> bool {
        let signal = self.steps[step as usize];
        signal.get_untracked() || signal.get()
    }

    /// Whether it is time for what stands before other things in its element: at the start, where it takes
    /// over what is written there, and from a step on; follows it.
    pub fn is_due(self, step: Step) -> bool {
        self.has_come_to(step) || !self.steps[Step::Heard as usize].get_untracked()
    }

    fn come_to(self, last: Option<Step>) {
        for step in Step::IN_ORDER {
            let signal = self.steps[step as usize];
            let is_reached = Some(step) <= last;
            if signal.get_untracked() != is_reached {
                signal.set(is_reached);
            }
        }
    }

    /// What is asked of the catalogue, with the filters that were typed.
    pub fn asked_now(self) -> Query {
        self.collection.resolved(&self.address_now().listing())
    }

    /// An address as it stands in a link.
    pub fn href(self, address: &Address) -> String {
        address.href(self.base)
    }

    /// An address as others can open it.
    pub fn absolute(self, address: &Address) -> String {
        [self.origin, &self.href(address)].concat()
    }

    /// Where the QR code of an address lies. It leads to a page, not to what is asked of it.
    pub fn qr_code(self, address: &Address) -> Option<String> {
        let is_page = !matches!(address.page, Page::NotFound(_));
        let has_one = is_page && address.query == Query::default();
        has_one.then(|| [self.base.as_str(), &address.qr_code()].concat())
    }

    /// The link to a page, in a language, with nothing asked.
    pub fn link(self, lang: Lang, page: Page) -> String {
        self.href(&Address::of(lang, page))
    }

    /// Shows the answer to another query, in a history entry of its own; the page stays where it is.
    pub fn ask(self, query: Query) {
        let address = self.address_now().asking(query);
        self.answer_first(0, || self.push(address));
    }

    /// Shows the answer to another text; the history entry follows when typing pauses. Above
    /// 40,000 clusters the letter is painted first, and of several letters typed meanwhile only
    /// the last is answered.
    pub fn type_text(self, text: String) {
        if self.collection.catalogue.clusters.len() > ANSWERED_AT_ONCE {
            browser::after_paint(0, move || self.answer_text(&text));
        } else {
            self.answer_text(&text);
        }
    }

    fn answer_text(self, text: &str) {
        let now = self.address_now();
        let mut query = now.listing().with_text(text);
        // A filter is complete when something stands behind it.
        if text.ends_with(char::is_whitespace) {
            query = self.collection.resolved(&query);
        }
        let address = now.asking(query);
        let href = self.href(&address);
        let results = self.visit.with_untracked(|visit| visit.results.clone());
        self.answer_first(LETTER_PAUSE, || self.visit.set(Visit { address, results }));
        browser::replace_soon(href, TYPING_PAUSE);
    }

    /// Follows a link: a new page is shown from its top, with its heading in focus.
    fn follow(self, address: Address) {
        let now = self.address_now();
        let same_page = now.page == address.page;
        // Of a page in another language nothing stands yet, and further results lie below the screen.
        if same_page && now.lang == address.lang && now.query.shown() == address.query.shown() {
            self.answer_first(0, || self.push(address));
            return;
        }
        let focused = browser::focused();
        self.push(address);
        self.settle();
        browser::after_render(move || {
            browser::keep_focus(focused);
            if !same_page {
                browser::show_top();
            }
        });
    }

    /// Lets the screen show the answer to what a visitor asks before all else follows it, after a pause.
    fn answer_first(self, pause: i32, answer: impl FnOnce()) {
        let focused = browser::focused();
        browser::mark_answering(true);
        self.come_to(Some(Step::Heard));
        answer();
        let end = move || {
            self.settle();
            // A box that moved in its list was built anew; who was on it still is.
            browser::after_render(move || browser::keep_focus(focused));
        };
        self.advance(pause, Box::new(end));
    }

    /// Comes to the steps that follow, each when the screen has shown the one before, and runs `end`
    /// for the last; unless another answer comes first. What follows the answer waits for a pause.
    fn advance(self, pause: i32, end: Box<dyn FnOnce()>) {
        let is_awaited = |step: &Step| !self.steps[*step as usize].get_untracked();
        let next = Step::IN_ORDER.into_iter().find(is_awaited);
        let wait = if next == Some(Step::Further) {
            pause
        } else {
            0
        };
        browser::after_paint(wait, move || match next {
            Some(Step::All) | None => end(),
            step => {
                self.come_to(step);
                self.advance(pause, end);
            }
        });
    }

    /// Goes to an address, in a history entry of its own.
    fn push(self, address: Address) {
        browser::replace_now();
        browser::remember_place();
        let results = self
            .visit
            .with_untracked(|visit| self.results_seen_from(visit));
        let visit = Visit { address, results };
        browser::push(&self.href(&visit.address), visit.results.clone());
        self.visit.set(visit);
    }

    /// Lets the program take over the page step by step.
    pub fn finish_start(self) {
        self.come_to(Some(Step::Heard));
        let end = move || {
            self.come_to(Some(Step::All));
            browser::mark_ready();
        };
        self.advance(0, Box::new(end));
    }

    /// Lets everything follow what is shown.
    fn settle(self) {
        self.come_to(Some(Step::All));
        browser::forget_canonical();
        self.set_head();
        browser::mark_answering(false);
        // Who asked before the program had started was answered first.
        browser::mark_ready();
    }

    /// Names the tab, and the language of the page, after what is shown.
    fn set_head(self) {
        let address = self.address_now();
        browser::set_head(&pages::title(self.collection, &address), address.lang);
    }

    /// The listing to which the page after this visit leads back.
    fn results_seen_from(self, visit: &Visit) -> Option<(String, u32)> {
        match visit.address.page {
            Page::Catalogue | Page::Area(_) => Some((self.href(&visit.address), 1)),
            _ => browser::results_of_entry().map(|(href, steps)| (href, steps + 1)),
        }
    }

    /// Follows the visitor: links within the site, Back and Forward.
    pub(super) fn listen(self) {
        if self.address_now().query != Query::default() {
            browser::forget_canonical();
        }
        self.set_head();
        browser::on_link(self.base, move |link| {
            if link.is_back
                && let Some((_, steps)) = browser::results_of_entry()
            {
                browser::go_back(steps);
                return true;
            }
            let address =
                Address::parse(self.base, &link.path, &link.query, self.address_now().lang);
            match address.map(|address| self.collection.current(&address)) {
                Some(address) if !matches!(address.page, Page::NotFound(_)) => {
                    self.follow(address);
                    true
                }
                _ => false,
            }
        });
        browser::on_history(move || {
            self.visit.set(visited(self.collection, self.base));
            self.settle();
            browser::after_render(browser::restore_place);
        });
    }
}

/// The visit that the browser's location and history entry stand for.
fn visited(collection: &Collection, base: &Base) -> Visit {
    let (path, query) = browser::location();
    let lang = browser::page_language();
    let address = Address::parse(base, &path, &query, lang)
        .unwrap_or_else(|| Address::of(lang, Page::NotFound(path)));
    Visit {
        address: collection.current(&address),
        results: browser::results_of_entry(),
    }
}
