// From a link of a manifest to a page of text.

export interface PageOfText {
  /** e.g. `packages/sessions/lesson-text/signing.md` */
  readonly path: string;
  /** null for the page as a whole. */
  readonly heading: string | null;
}

/** @param lessonId of the lesson the link stands in. @param section `<page>`, `<page>#<heading>`, or either after `<lesson>/`. */
export function pageOf(lessonId: string, section: string): PageOfText {
  const [place = '', heading = null] = section.split('#');
  const parts = place.split('/');
  const page = parts.pop() ?? '';
  return { path: `packages/${parts[0] ?? lessonId}/lesson-text/${page}.md`, heading };
}
