//! Modules point one way: there are no circular dependencies between the files of a crate.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use proc_macro2::{TokenStream, TokenTree};
use project::folders::workspace;
use syn::{
    Attribute, Item, ItemMod, ItemUse, Macro, UseTree, Visibility, parse_quote,
    visit::{self, Visit},
};

/// The root file of each crate.
const CRATES: &[&str] = &[
    "tests/src/lib.rs",
    "tools/bench/src/main.rs",
    "tools/check-data/src/lib.rs",
    "tools/generate/src/lib.rs",
    "tools/hosting/src/lib.rs",
    "tools/project/src/lib.rs",
    "tools/site-builder/src/lib.rs",
    "tools/site-server/src/lib.rs",
    "xtask/src/lib.rs",
    "catalogue/src/lib.rs",
    "src/lib.rs",
];

/// The path of a module; empty for the crate root.
type ModulePath = Vec<String>;

/// Imported paths, by their local names.
type Imports = BTreeMap<String, Vec<String>>;

/// The modules of a crate that have files, each with the modules it depends on.
type Needs = BTreeMap<ModulePath, BTreeSet<ModulePath>>;

#[test]
fn no_crate_has_a_cycle_of_modules() -> Result<()> {
    let mut cycles = Vec::new();
    for root in CRATES {
        let needs = needs(&modules(&workspace().join(root))?);
        cycles.extend(cycles_in(&needs).map(|cycle| format!("{root}: {cycle}")));
    }
    ensure!(cycles.is_empty(), "\n{}", cycles.join("\n"));
    Ok(())
}

/// The parsed files of a crate, by module.
fn modules(root: &Path) -> Result<BTreeMap<ModulePath, syn::File>> {
    let mut files = BTreeMap::new();
    let folder = root.parent().context("a file has a folder")?;
    read(ModulePath::new(), root, folder, &mut files)?;
    Ok(files)
}

/// Parses a file, and the files of its modules, which are in `folder`.
fn read(
    module: ModulePath,
    file: &Path,
    folder: &Path,
    files: &mut BTreeMap<ModulePath, syn::File>,
) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    let parsed = syn::parse_file(&text).with_context(|| format!("parsing {}", file.display()))?;
    for item in &parsed.items {
        if let Item::Mod(child) = item
            && child.content.is_none()
            && !is_for_tests(&child.attrs)
        {
            let name = child.ident.to_string();
            let mut path = module.clone();
            path.push(name.clone());
            let file: PathBuf = folder.join(&name).with_extension("rs");
            read(path, &file, &folder.join(&name), files)?;
        }
    }
    files.insert(module, parsed);
    Ok(())
}

fn needs(modules: &BTreeMap<ModulePath, syn::File>) -> Needs {
    let imports = modules
        .iter()
        .map(|(module, file)| (module.clone(), imports(file)));
    let imports = imports.collect();
    let of_module = |(module, file): (&ModulePath, &syn::File)| {
        let mut references = References {
            imports: &imports,
            at: module.clone(),
            found: BTreeSet::new(),
        };
        references.visit_file(file);
        references.found.remove(module);
        (module.clone(), references.found)
    };
    modules.iter().map(of_module).collect()
}

/// The imports of a file.
fn imports(file: &syn::File) -> Imports {
    let mut imports = Imports::new();
    for item in &file.items {
        if let Item::Use(item) = item
            && !is_for_tests(&item.attrs)
        {
            let paths = paths(&item.tree).into_iter();
            imports.extend(paths.filter_map(|(name, path)| Some((name?, path))));
        }
    }
    imports
}

/// The paths of an import with their local names; a glob has none.
fn paths(tree: &UseTree) -> Vec<(Option<String>, Vec<String>)> {
    let named = |name: &syn::Ident, path: &syn::Ident| {
        vec![(Some(name.to_string()), vec![path.to_string()])]
    };
    match tree {
        UseTree::Path(path) => {
            let below = paths(&path.tree).into_iter();
            let with =
                |(name, below): (_, Vec<_>)| (name, [vec![path.ident.to_string()], below].concat());
            below.map(with).collect()
        }
        UseTree::Name(name) => named(&name.ident, &name.ident),
        UseTree::Rename(rename) => named(&rename.rename, &rename.ident),
        UseTree::Glob(_) => vec![(None, Vec::new())],
        UseTree::Group(group) => group.items.iter().flat_map(paths).collect(),
    }
}

/// Collects the modules that a file refers to.
struct References<'files> {
    /// The modules that have files, with their imports.
    imports: &'files BTreeMap<ModulePath, Imports>,
    /// The current module, which may be inline in the file.
    at: ModulePath,
    found: BTreeSet<ModulePath>,
}

impl References<'_> {
    fn add(&mut self, path: &[String]) {
        self.found.extend(self.module_of(&self.at, path));
    }

    /// The module of the item that a path refers to, seen from another module; `None` for other
    /// crates.
    fn module_of(&self, at: &[String], path: &[String]) -> Option<ModulePath> {
        let first = path.first()?;
        let mut full = match first.as_str() {
            "crate" => ModulePath::new(),
            "self" | "super" => at.to_vec(),
            _ if self.imports.contains_key(&[at, &path[..1]].concat()) => at.to_vec(),
            // From another crate, or from an import that is handled separately.
            _ => return None,
        };
        for name in path {
            match name.as_str() {
                "crate" | "self" => {}
                "super" => {
                    full.pop();
                }
                _ => full.push(name.clone()),
            }
        }
        let is_file = |length: &usize| self.imports.contains_key(&full[..*length]);
        let length = (0..=full.len()).rev().find(is_file)?;
        let (module, item) = full.split_at(length);
        // An imported item is in another module.
        let imported = item.first().and_then(|name| {
            let path = self.imports[module].get(name)?;
            let is_itself = path.len() == 1;
            (!is_itself).then(|| self.module_of(module, path)).flatten()
        });
        Some(imported.unwrap_or_else(|| module.to_vec()))
    }

    /// The tokens of a macro are not parsed: paths are identifiers joined by colons.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path = ModulePath::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.add_if_qualified(&path);
                        path.clear();
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    self.add_if_qualified(&path);
                    path.clear();
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.add_tokens(group.stream());
                    }
                }
            }
        }
        self.add_if_qualified(&path);
    }

    fn add_if_qualified(&mut self, path: &[String]) {
        if path.len() > 1 {
            self.add(path);
        }
    }
}

impl<'ast> Visit<'ast> for References<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !is_for_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        self.at.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.at.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for (_, path) in paths(&item.tree) {
            self.add(&path);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path.segments.iter().map(|segment| &segment.ident);
        let names: Vec<_> = names.map(ToString::to_string).collect();
        self.add_if_qualified(&names);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invocation: &'ast Macro) {
        self.add_tokens(invocation.tokens.clone());
        visit::visit_macro(self, invocation);
    }

    fn visit_visibility(&mut self, _: &'ast Visibility) {
        // A visibility is not a dependency.
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    let test: Attribute = parse_quote!(#[cfg(test)]);
    attributes.contains(&test)
}

/// The shortest cycle through each module, each cycle once.
fn cycles_in(needs: &Needs) -> impl Iterator<Item = String> {
    let mut cycles = BTreeMap::new();
    for module in needs.keys() {
        if let Some(cycle) = shortest_cycle_through(module, needs) {
            let members: BTreeSet<_> = cycle.iter().copied().collect();
            cycles.entry(members).or_insert(cycle);
        }
    }
    cycles.into_values().map(|cycle| {
        let names = cycle.iter().map(|module| name(module));
        names
            .chain([name(cycle[0])])
            .collect::<Vec<_>>()
            .join(" → ")
    })
}

/// The shortest path from a module back to itself, without its end.
fn shortest_cycle_through<'needs>(
    start: &'needs ModulePath,
    needs: &'needs Needs,
) -> Option<Vec<&'needs ModulePath>> {
    let mut queue = VecDeque::from([vec![start]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = queue.pop_front() {
        for next in needs.get(*way.last()?).into_iter().flatten() {
            if next == start {
                return Some(way);
            }
            if seen.insert(next) {
                queue.push_back([&way[..], &[next]].concat());
            }
        }
    }
    None
}

fn name(module: &[String]) -> String {
    if module.is_empty() {
        "crate".to_owned()
    } else {
        module.join("::")
    }
}

/// The cycles of a crate made of these files.
fn cycles_of(files: &[(&str, &str)]) -> Result<Vec<String>> {
    let parsed = files.iter().map(|(module, text)| {
        let module = module.split("::").filter(|name| !name.is_empty());
        Ok((module.map(str::to_owned).collect(), syn::parse_file(text)?))
    });
    let needs = needs(&parsed.collect::<Result<_>>()?);
    Ok(cycles_in(&needs).collect())
}

#[test]
fn a_cycle_is_found_however_it_is_written() -> Result<()> {
    let one_way = "use crate::b; fn a() -> b::B { b::B }";
    for back in [
        "use crate::a::A;",
        "use super::{a, c};",
        "use super::a::*;",
        "fn f(a: &super::a::A) {}",
        "fn f() { println!(\"{}\", super::a::A); }",
        "mod inner { use super::super::a::A; }",
    ] {
        let cycles = cycles_of(&[("", "mod a; mod b;"), ("a", one_way), ("b", back)])?;
        assert_eq!(cycles, ["a → b → a"], "{back}");
    }
    let roundabout = [
        ("", "mod a; mod b; use b::f;"),
        ("a", "use crate::Item;"),
        ("b", "use super::a::A;"),
    ];
    assert_eq!(cycles_of(&roundabout)?, ["crate → b → a → crate"]);
    let by_way_of_the_parent = [
        ("", "mod a; mod b; pub use a::A; use b::B;"),
        ("a", "use super::B;"),
        ("b", "use crate::A;"),
    ];
    assert_eq!(cycles_of(&by_way_of_the_parent)?, ["a → b → a"]);
    Ok(())
}

#[test]
fn imports_count_for_their_origin() -> Result<()> {
    let files = [
        ("", "mod a; mod b; pub use a::A; pub use b::B;"),
        ("a", ""),
        ("b", "use super::A;"),
    ];
    assert!(cycles_of(&files)?.is_empty());
    Ok(())
}

#[test]
fn one_way_dependencies_are_not_a_cycle() -> Result<()> {
    for back in [
        "",
        "use crate::c;",
        "use a::A;",
        "pub(in super::a) fn f() {}",
        "#[cfg(test)] mod tests { use super::super::a::A; }",
        "#[cfg(test)] use super::a::A;",
    ] {
        let cycles = cycles_of(&[
            ("", "mod a; mod b;"),
            ("a", "use crate::b::B;"),
            ("b", back),
        ])?;
        assert!(cycles.is_empty(), "{back}: {cycles:?}");
    }
    Ok(())
}
