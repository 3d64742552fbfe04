// Draws public/map.svg from the outlines of Natural Earth (public domain) in the npm package
// world-atlas 2.0.2: node tools/map/outlines.js …/world-atlas/countries-50m.json Units and
// projection are the same as in catalogue/src/map.rs.
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

// The drawn region, in degrees: Europe and its surroundings.
const [WEST, SOUTH, EAST, NORTH] = [-32, 27, 52, 72];
// The unit is a hundredth of a degree of latitude; a degree of longitude is shortened as at 45°
// north.
const SHORTER = Math.SQRT1_2;
// The tolerance of the simplification, and the minimum area of an island.
const TOLERANCE = 8.5;
const SMALLEST = 250;

const { arcs: coded, objects, transform } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const [minX, minY] = [WEST * 100 * SHORTER, -NORTH * 100];
const [maxX, maxY] = [EAST * 100 * SHORTER, -SOUTH * 100];

const arcs = coded.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    const lon = x * transform.scale[0] + transform.translate[0];
    const lat = y * transform.scale[1] + transform.translate[1];
    return [lon * 100 * SHORTER, -lat * 100];
  });
});

/** Douglas and Peucker's simplification. */
function simplified(line) {
  if (line.length < 3) return line;
  const [[ax, ay], [bx, by]] = [line[0], line.at(-1)];
  const length = Math.hypot(bx - ax, by - ay);
  const distances = line.map(([x, y]) => length === 0
    ? Math.hypot(x - ax, y - ay)
    : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length);
  const furthest = distances.indexOf(Math.max(...distances));
  if (distances[furthest] <= TOLERANCE) return [line[0], line.at(-1)];
  return [...simplified(line.slice(0, furthest + 1)).slice(0, -1), ...simplified(line.slice(furthest))];
}

/** Sutherland and Hodgman's clipping of a ring. */
function clipped(ring) {
  const edges = [
    [(p) => p[0] - minX], [(p) => maxX - p[0]], [(p) => p[1] - minY], [(p) => maxY - p[1]],
  ];
  return edges.reduce((points, [inside]) => points.flatMap((point, at) => {
    const before = points.at(at - 1);
    const [d, e] = [inside(before), inside(point)];
    const crossing = before.map((from, axis) => from + ((point[axis] - from) * d) / (d - e));
    if (d >= 0 && e >= 0) return [point];
    if (d < 0 && e < 0) return [];
    return d >= 0 ? [crossing] : [crossing, point];
  }), ring);
}

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], at) => {
  const [px, py] = ring.at(at - 1);
  return sum + px * y - x * py;
}, 0)) / 2;

/** A line in whole units, as short as it can be written. */
function path(line, end) {
  let [x, y] = line[0].map(Math.round);
  let text = `M${x} ${y}`;
  for (const point of line.slice(1)) {
    const [nx, ny] = point.map(Math.round);
    if (nx === x && ny === y) continue;
    const pair = `${nx - x} ${ny - y}`;
    text += text.includes("l") ? ` ${pair}` : `l${pair}`;
    [x, y] = [nx, ny];
  }
  return (text + end).replaceAll(" -", "-");
}

const simple = arcs.map(simplified);
const points = (index) => (index < 0 ? simple[~index].toReversed() : simple[index]);
const ring = (indices) => indices.flatMap((index) => points(index).slice(1));
const countries = objects.countries.geometries;
const polygons = countries.flatMap(({ type, arcs }) => (type === "Polygon" ? [arcs] : arcs ?? []));
// An arc that is shared by two countries is a border.
const uses = new Map();
for (const index of polygons.flat(2)) {
  const arc = index < 0 ? ~index : index;
  uses.set(arc, (uses.get(arc) ?? 0) + 1);
}
const within = ([x, y]) => x >= minX && x <= maxX && y >= minY && y <= maxY;
const land = polygons
  .flatMap((rings) => rings.slice(0, 1))
  .map((indices) => clipped(ring(indices)))
  .filter((ring) => ring.length > 2 && area(ring) > SMALLEST)
  .map((ring) => path(ring, "z"));
const borders = [...uses].filter(([, count]) => count > 1)
  .map(([arc]) => simple[arc])
  .filter((line) => line.some(within))
  .map((line) => path(line.filter((p, at) => [line[at - 1], p, line[at + 1]].some((q) => q && within(q))), ""));
const svg = `<svg xmlns="http://www.w3.org/2000/svg"><!-- Natural Earth 1:50m, public domain, through world-atlas 2.0.2; drawn by tools/map/outlines.js --><path id="land" d="${land.join("")}"/><path id="borders" d="${borders.join("")}"/></svg>\n`;
const file = process.argv[3] ?? join(__dirname, "../../public/map.svg");
writeFileSync(file, svg);
console.log(`${file}: ${svg.length} bytes, ${land.length} lands, ${borders.length} borders`);
