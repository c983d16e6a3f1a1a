// Runs before the first paint: tells the style sheets that scripts work, and which colors the reader chose.
(() => {
  const root = document.documentElement;
  root.dataset.hubJs = "";
  try {
    const scheme = localStorage.getItem("hub.scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.hubScheme = scheme;
  } catch {
    // Storage is blocked: the system's colors it is.
  }
})();
