// Scores headers by the rules of the MDN HTTP Observatory, without network access: the responses of
// a host are given as input. Reads {host: {headers, page}} from standard input and prints {host:
// {grade, score, tests}}.
//
// The host is assumed to have TLS with a valid certificate and to redirect http to https.

import { readFileSync, writeFileSync } from "node:fs";
import { AxiosHeaders } from "axios";
import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from "@mdn/mdn-http-observatory/src/grader/charts.js";
import { getGradeForScore, getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { parseHttpEquivHeaders } from "@mdn/mdn-http-observatory/src/retriever/utils.js";
import { Requests } from "@mdn/mdn-http-observatory/src/types.js";

const HOST = "clusters.example.org";

// The HSTS preload list. The package downloads it when it is installed; our host is not on it.
const LIST = "@mdn/mdn-http-observatory/conf/hsts-preload.json";
writeFileSync(new URL(`node_modules/${LIST}`, import.meta.url), "{}");

function answers({ headers, page }) {
  const requests = new Requests(HOST);
  const answer = () => ({
    headers: new AxiosHeaders({ "content-type": "text/html; charset=utf-8", ...headers }),
    request: { headers: new AxiosHeaders() },
    config: { headers: new AxiosHeaders() },
    status: 200,
    statusText: "OK",
    verified: true,
    data: page,
  });
  const { responses, resources } = requests;
  requests.session = { url: new URL(`https://${HOST}/`) };
  resources.path = page;
  for (const name of ["auto", "cors", "http", "https"]) responses[name] = answer();
  responses.auto.httpEquiv = parseHttpEquivHeaders(page, `https://${HOST}/`);
  responses.httpRedirects = [
    { url: new URL(`http://${HOST}/`), status: 301 },
    { url: new URL(`https://${HOST}/`), status: 200 },
  ];
  responses.httpsRedirects = [{ url: new URL(`https://${HOST}/`), status: 200 }];
  return requests;
}

// The same formula as in the Observatory's scanner, which cannot be called without network access.
function score(host) {
  const requests = answers(host);
  const tests = ALL_TESTS.map((test) => test(requests)).map(({ constructor, result, pass }) => ({
    name: constructor.name,
    result,
    pass,
    points: getScoreModifier(result),
  }));
  const sum = (points) => points.reduce((sum, point) => sum + point, 100);
  const points = tests.map((test) => test.points);
  const plain = sum(points.filter((point) => point < 0));
  const final = plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(points) : plain;
  return { ...getGradeForScore(final), tests };
}

const hosts = JSON.parse(readFileSync(0, "utf8"));
const scored = Object.entries(hosts).map(([name, host]) => [name, score(host)]);
console.log(JSON.stringify(Object.fromEntries(scored)));
