/** A list for a message, cut where it would be long: `A, B, C`, or `A, B and 3 more`. */
export function shortenedList(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}
