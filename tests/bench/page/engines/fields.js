// The fields of a document with their weights, heaviest first: `Field::WEIGHTS`.
export const PAGE_LENGTH = 24;

export const weights = JSON.parse(new URLSearchParams(location.search).get("weights"));

export const fields = Object.keys(weights).sort((one, other) => weights[other] - weights[one]);
