// A long form in parts: on a phone one is there at a time. Only the styles for narrow screens hide the others,
// so that paper, wide screens and readers without scripts have all of them.

/** Leads through the parts of `form`; returns { reveal }, which shows the part that an element lies in. */
export function leadThroughParts(form) {
  const parts = [...form.querySelectorAll("[data-form-part]")];
  const reveal = (element) => show(form, parts, parts.indexOf(element?.closest("[data-form-part]")));
  if (parts.length < 2) return { reveal };
  show(form, parts, 0);
  form.addEventListener("click", ({ target }) => {
    const way = target.closest("[data-form-part-go]")?.dataset.formPartGo;
    if (way) go(form, parts, parts.indexOf(target.closest("[data-form-part]")) + (way === "next" ? 1 : -1));
  });
  // Whoever turns a phone or makes a window narrow stays where they write.
  form.addEventListener("focusin", ({ target }) => reveal(target));
  return { reveal };
}

function go(form, parts, number) {
  show(form, parts, number);
  parts[number].querySelector("[tabindex='-1']").focus({ preventScroll: true });
  parts[number].scrollIntoView();
}

function show(form, parts, number) {
  if (number < 0 || parts.length < 2) return;
  parts.forEach((part, index) => part.toggleAttribute("data-form-part-shown", index === number));
  form.toggleAttribute("data-form-parts-first", number === 0);
  form.toggleAttribute("data-form-parts-last", number === parts.length - 1);
  form.dataset.formParts = "led";
}
