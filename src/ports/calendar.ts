// When a country rests: asked at the edge, kept with a page's settings as plain dates.

/** @param now ms; holidays from its year on. @returns local dates "YYYY-MM-DD" with their names; none for null. */
export type HolidayTable = (
  country: string | null,
  region: string | null,
  now: number,
) => readonly { date: string; name: string }[]
