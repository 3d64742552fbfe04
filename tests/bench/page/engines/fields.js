// The fields of a document and what each weighs, the weightiest first: what `Field::WEIGHTS` says.
export const PAGE_LENGTH = 24;

export const weights = JSON.parse(new URLSearchParams(location.search).get("weights"));

export const fields = Object.keys(weights).sort((one, other) => weights[other] - weights[one]);
