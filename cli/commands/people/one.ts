/** Commands about one person, named by e-mail address. */
import type { Person } from "#modules/people/domain.ts";
import { listPeople } from "#modules/people/queries.ts";
import { type Answer, misused, refused, type Told } from "../../command.ts";
import { type Here, withDistrict } from "../../with-district.ts";

export function withPerson(told: Told, work: (here: Here, person: Person) => Promise<Answer>): Promise<Answer> {
  const [email, ...more] = told.words;
  if (email === undefined || more.length > 0) {
    return Promise.resolve(misused("Name one person by e-mail address, such as wren@haywater.example"));
  }
  return withDistrict(told, async (here) => {
    const people = await here.desk.read((tx) => listPeople(tx, here.district.id));
    const person = people.find((each) => each.email === email.toLowerCase());
    if (person) return work(here, person);
    return refused(`No one here has the address ${email}. See: guidepost people`, { kind: "not-found" });
  });
}
