import { Block } from "#ui/block/block.tsx";
import { Button, ButtonLink } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Flash } from "#ui/flash/flash.tsx";
import { Note } from "#ui/note/note.tsx";
import { Person } from "#ui/person/person.tsx";
import { Register } from "#ui/register/register.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";
import { Staff } from "./frame.tsx";

/** For whoever answers for access: who may do what here, since when, and by whose word? */
export function PeoplePage() {
  return (
    <Staff here="People">
      <Flash>Noor Haddad is invited. The link in the mail works for seven days.</Flash>
      <Finding
        lede="Every grant has a person who gave it and a day on which it began. One ends soon."
        stand={
          <ButtonLink first href="/people/invitation">
            Invite someone
          </ButtonLink>
        }
      >
        Five people can work here. <a href="#invited">Two invitations</a> wait for an answer.
      </Finding>
      <Block heading="Who may do what" id="grants">
        <Table
          quietCaption
          narrow="stack"
          caption="Grants of access"
          columns={[
            { head: "Person" },
            { head: "May" },
            { head: "For" },
            { head: "Given" },
            { head: "Change", quiet: true },
          ]}
          rows={grants.map(({ name, role, may, scope, given, ends }) => ({
            key: name,
            cells: [
              <Person key="p" name={name} job={role} />,
              may,
              scope,
              <span key="g">
                {given} {ends && <Tag>{ends}</Tag>}
              </span>,
              <ButtonLink key="b" plain href={`/people/${name.split(" ")[0]?.toLowerCase()}`}>
                Change<VisuallyHidden> what {name} may do</VisuallyHidden>
              </ButtonLink>,
            ],
          }))}
        />
      </Block>
      <Block heading="Invited" id="invited">
        <Table
          quietCaption
          narrow="stack"
          caption="Invitations that wait for an answer"
          columns={[
            { head: "Person" },
            { head: "Will be able to" },
            { head: "Invited" },
            { head: "Withdraw", quiet: true },
          ]}
          rows={[
            {
              key: "noor",
              cells: [
                "noor.haddad@haywater.example",
                "read drafts, whole district",
                "today, by Wren Castellanos",
                <Withdraw key="w" name="Noor Haddad" />,
              ],
            },
            {
              key: "elias",
              cells: [
                "elias.brandt@haywater.example",
                "change the plan, Quarry Lane",
                "six days ago, by Wren Castellanos",
                <Withdraw key="w" name="Elias Brandt" />,
              ],
            },
          ]}
        />
      </Block>
      <Block heading="What happened" more={<a href="/people/register">The whole register</a>}>
        <Register
          caption="Changes to access"
          heads={["Date", "What happened", "By whom"]}
          rows={[
            {
              key: "3",
              on: "2027-01-05",
              when: "January 5, 2027",
              what: "Noor Haddad was invited to read drafts.",
              by: "Wren Castellanos",
            },
            {
              key: "2",
              on: "2026-12-18",
              when: "December 18, 2026",
              what: "Ingrid Solberg may record votes until June 30, while the clerk is away.",
              by: "Ama Boateng",
            },
            {
              key: "1",
              on: "2026-10-30",
              when: "October 30, 2026",
              what: "The grant of Piet Vermeer ended. He left the district.",
              by: "Wren Castellanos",
            },
          ]}
        />
        <Note>Nothing is ever taken out of this register.</Note>
      </Block>
    </Staff>
  );
}

function Withdraw({ name }: { name: string }) {
  return (
    <Button plain name="withdraw" value={name}>
      Withdraw<VisuallyHidden> the invitation to {name}</VisuallyHidden>
    </Button>
  );
}

type Grant = { name: string; role: string; may: string; scope: string; given: string; ends?: string };

const grants: Grant[] = [
  { name: "Ama Boateng", role: "superintendent", may: "publish", scope: "whole district", given: "July 1, 2026" },
  {
    name: "Wren Castellanos",
    role: "plan steward",
    may: "change the plan, invite people",
    scope: "whole district",
    given: "July 1, 2026",
  },
  {
    name: "Ingrid Solberg",
    role: "assistant clerk",
    may: "record votes",
    scope: "whole district",
    given: "December 18, 2026",
    ends: "ends June 30",
  },
  {
    name: "Mateo Aldana",
    role: "principal",
    may: "change the school’s plan",
    scope: "Harbor Hill",
    given: "August 24, 2026",
  },
  {
    name: "Odile Marchetti",
    role: "director of counseling",
    may: "read drafts",
    scope: "whole district",
    given: "September 2, 2026",
  },
];
