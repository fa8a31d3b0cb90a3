import { AdoptionLine, Fingerprint } from "#ui/adoption-line/adoption-line.tsx";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { CodedList } from "#ui/coded-list/coded-list.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { MeasureText } from "#ui/measure-text/measure-text.tsx";
import { Note } from "#ui/note/note.tsx";
import { Branch, Post, PostStop } from "#ui/post/post.tsx";
import { Register } from "#ui/register/register.tsx";
import { Route } from "#ui/route/route.tsx";
import { Signpost } from "#ui/signpost/signpost.tsx";
import { Statement } from "#ui/statement/statement.tsx";
import { Public } from "./frame.tsx";
import { priorities } from "./plan-words.ts";

/** A family asks: what have they told us they would do, and when do we hear? */
export function PlanPage() {
  return (
    <Public here="plan">
      <Finding
        voice="title"
        lede="The plan of Haywater’s eleven public schools, 2026 to 2031: four priorities, seven measures, and who answers for them."
        stand={
          <p>
            It has been in force since July. No number has been read yet. The first four come in January, and will stand
            here.
          </p>
        }
        beside={
          <Signpost
            label="The four priorities"
            blades={priorities.map(({ id, short }, index) => ({ href: `#${id}`, number: index + 1, text: short }))}
          />
        }
      >
        Room to grow
      </Finding>
      <AdoptionLine
        aside={
          <>
            Fingerprint <Fingerprint value="4be81f09c7d2a630" href="/plan/fingerprint" />
          </>
        }
      >
        Adopted by the School Committee on May 21, 2026, 7 votes to 0. This is <a href="/plan/versions">version 1</a>,
        in force since July 1, 2026.
      </AdoptionLine>
      <Route
        label="On this page"
        stops={[
          { href: "#who", text: "Who we are" },
          { href: "#where", text: "Where we are going" },
          { href: "#lines", text: "What we will never do" },
          { href: "#changed", text: "What changed" },
        ]}
      />
      <Post>
        <PostStop number={1} id="who" heading="Who we are">
          <WhoWeAre />
        </PostStop>
        <PostStop number={2} id="where" heading="Where we are going">
          {priorities.map(({ id, blade, sentence, because, measures, deeds }) => (
            <Branch key={id} id={id} blade={blade} heading={sentence} lead={because && <p>{because}</p>}>
              {measures.map((measure) => (
                <MeasureText
                  key={measure.id}
                  id={measure.id}
                  code={measure.code}
                  said={measure.said}
                  status={<Note>{measure.when}</Note>}
                  beside={<Facts items={measure.facts} />}
                />
              ))}
              <CodedList heading="How we go about it" items={deeds} />
            </Branch>
          ))}
        </PostStop>
        <PostStop number={3} id="lines" heading="What we will never do for it">
          <CodedList
            items={[
              {
                id: "R1",
                code: "R1",
                text: "No school library is closed to pay for something else.",
              },
              {
                id: "R2",
                code: "R2",
                text: "Nothing new is started in a classroom until something old is taken away.",
              },
            ]}
          />
        </PostStop>
        <PostStop number={4} id="changed" heading="What changed">
          <Changes />
        </PostStop>
      </Post>
      <AdoptionLine aside={<a href="/plan/file">Take the plan with you</a>}>
        Shown as adopted. A change needs a vote or a rule that allows it, and stands above with its reason.
      </AdoptionLine>
    </Public>
  );
}

function WhoWeAre() {
  return (
    <>
      <Statement id="S1" code="S1" label="Our mission" lead>
        <p>Every learner in Haywater finds a place, is missed when absent, and leaves with a way on.</p>
      </Statement>
      <Statement id="S2" code="S2" label="Our graduates">
        <p>Those who leave our schools can:</p>
        <ul>
          <li>read a thing closely and say what it claims</li>
          <li>work with people whom they did not choose</li>
          <li>begin again after a failure</li>
        </ul>
      </Statement>
      <Statement id="S3" code="S3" label="What we commit to">
        <ol>
          <li>
            <strong>We say it plainly.</strong> No family should need a dictionary to read about its own school.
            <ul>
              <li>Every report can be read in six minutes.</li>
              <li>Every report is there in Spanish on the same day.</li>
            </ul>
          </li>
          <li>
            <strong>We say it early.</strong> A number that is late is named as late, with the day on which it comes.
          </li>
        </ol>
      </Statement>
    </>
  );
}

function Changes() {
  return (
    <Register
      caption="Changes to the plan since its adoption"
      heads={["Date", "What changed", "By whom"]}
      rows={[
        {
          key: "2",
          on: "2026-09-15",
          when: "September 15, 2026",
          what: (
            <>
              <CodeTag code="1.2" href="#d1.2" /> <strong>Wording.</strong> “Tier II block” became “small-group time.”
              What we do stays as it was. <a href="/changes/1">See both</a>
            </>
          ),
          by: "Superintendent, under policy 3.08",
        },
        {
          key: "1",
          on: "2026-05-21",
          when: "May 21, 2026",
          what: (
            <>
              <strong>Adopted.</strong> Four priorities, seven measures, nine strategies, two guardrails.
            </>
          ),
          by: "Committee vote, 7 to 0",
        },
      ]}
    />
  );
}
