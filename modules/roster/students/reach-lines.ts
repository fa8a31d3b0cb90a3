/** What students the reader's work is with, place by place, in words. */
import type { Actor, Reach } from "#modules/district/actor.ts";

export interface ReachLine {
  through: Reach["through"];
  of: string;
  name: string;
  href: string | null;
  grade: string | null;
  count: number;
}

interface Known {
  schools: readonly { id: string; name: string; slug: string }[];
  teams: readonly { id: string; name: string }[];
  sections: readonly { id: string; title: string }[];
}

const ORDER: readonly Reach["through"][] = ["section", "team", "grade", "school", "district"];

export function reachLines({ reach }: Actor, { schools, teams, sections }: Known): ReachLine[] {
  const once = [...new Map(reach.map((each) => [`${each.through} ${each.of}`, each])).values()];
  const lines = once.map(({ through, of, students }): ReachLine => {
    const [place = "", grade = null] = of.split(":");
    const school = schools.find(({ id }) => id === place);
    const line = { through, of, grade, count: students.length };
    if (through === "section") {
      return { ...line, name: sections.find(({ id }) => id === of)?.title ?? of, href: `/sections/${of}` };
    }
    if (through === "team") return { ...line, name: teams.find(({ id }) => id === of)?.name ?? of, href: null };
    return { ...line, name: school?.name ?? "", href: school === undefined ? null : `/schools/${school.slug}` };
  });
  return lines.sort(
    (one, other) => ORDER.indexOf(one.through) - ORDER.indexOf(other.through) || one.name.localeCompare(other.name),
  );
}
