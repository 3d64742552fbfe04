// The rules that every page of the built site is held to: all that html-validate has for documents,
// for accessibility and for the standard, save what is said here.
export default {
  root: true,
  extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
  rules: {
    // A file of our own has its checksum in its name; one of another host would need one beside it.
    "require-sri": ["error", { target: "crossorigin" }],
    // `<input type="search" role="searchbox">`: the role is promised to the tools of others, who may
    // look for the attribute.
    "no-redundant-role": "off",
  },
};
