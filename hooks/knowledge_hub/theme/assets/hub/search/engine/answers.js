// Answers that are data: a sentence with its links, or the way to help, for words that ask for it.

import { hasRow } from "./question.js";

/** Returns the fixed answers to a question: help first, then as the index has them. */
export function findAnswers(answers, words) {
  const folded = words.map((word) => word.folded);
  const written = words.map((word) => word.written);
  const isAsked = (phrase) => {
    const row = phrase.split(" ");
    return hasRow(phrase === phrase.toLowerCase() ? folded : written, row);
  };
  const found = answers.filter(({ phrases }) => phrases.some(isAsked));
  return [...found.filter(({ help }) => help), ...found.filter(({ help }) => !help)];
}
