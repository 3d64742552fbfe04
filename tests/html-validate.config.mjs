// The html-validate rules for every page of the built site: all rules for documents, accessibility
// and the standard, with the exceptions below.
export default {
  root: true,
  extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Our own files have a content hash in their name; subresource integrity is for files of other
    // hosts.
    "require-sri": ["error", { target: "crossorigin" }],
    // `<input type="search" role="searchbox">`: the role is part of the public contract, and other
    // tools may look for the attribute.
    "no-redundant-role": "off",
    // The list of suggestions below a search box is not a `<select>`.
    "prefer-native-element": ["error", { exclude: ["listbox"] }],
  },
};
