const TAG = /<[^>]*>/g;

export const data = { layout: null, permalink: "/index.json" };

export function render({ collections }) {
  const records = collections.records.map((record) => ({
    title: record.data.title,
    summary: record.data.summary,
    url: record.url,
    text: record.content.replace(TAG, " "),
  }));
  return JSON.stringify(records);
}
