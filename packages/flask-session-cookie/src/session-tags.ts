// The keys that mark a type in Flask's session JSON. Each begins with a space, so that it is unlikely to be somebody's own key.

/**
 * tuple, bytes (standard base64), Markup, UUID (hex), datetime (HTTP date), and a dict whose one key looks like a tag (with `__`
 * appended).
 * @see Flask `flask/json/tag.py`
 */
export const sessionTags: ReadonlySet<string> = new Set([' t', ' b', ' m', ' u', ' d', ' di']);
