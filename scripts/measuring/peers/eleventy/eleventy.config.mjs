const FOLDERS = ["case-studies", "lessons", "roles", "toolkits", "communities"];
const TAXONOMIES = ["domains", "tiers", "levels", "disciplines", "settings", "stages", "places"];
const SIZE = 100;

function* cut(address, title, pages) {
  for (let start = 0; start < pages.length; start += SIZE) {
    const number = start / SIZE + 1;
    yield {
      title,
      address: number === 1 ? address : `${address}page/${number}/`,
      next: start + SIZE < pages.length ? `${address}page/${number + 1}/` : "",
      pages: pages.slice(start, start + SIZE),
    };
  }
}

function findRecords(api) {
  return api.getFilteredByGlob(FOLDERS.map((folder) => `content/${folder}/*.md`));
}

function* listAll(api) {
  const lists = new Map();
  const add = (address, title, page) => {
    if (!lists.has(address)) lists.set(address, { title, pages: [] });
    lists.get(address).pages.push(page);
  };
  for (const page of findRecords(api)) {
    const folder = page.filePathStem.split("/")[1];
    add(`/${folder}/`, folder, page);
    for (const name of TAXONOMIES) {
      for (const term of page.data[name] ?? []) add(`/${name}/${term}/`, term, page);
    }
  }
  for (const [address, { title, pages }] of lists) yield* cut(address, title, pages);
}

export default function (config) {
  config.addCollection("records", findRecords);
  config.addCollection("lists", (api) => [...listAll(api)]);
  config.addPassthroughCopy("site.css");
  config.setQuietMode(true);
  return {
    dir: { input: "content", includes: "../layouts", output: "site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
