import { Block } from "#ui/block/block.tsx";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Columns } from "#ui/columns/columns.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Stops } from "#ui/stops/stops.tsx";
import { Staff } from "./frame.tsx";

/** For the first person who comes here: where do I begin, and what comes after? */
export function HomePage() {
  return (
    <Staff>
      <Finding
        over="Tuesday, January 5, 2027"
        lede="It begins with the document that the committee voted on. Reading it takes a minute, checking it about half an hour. Until you publish, only the people you invite can see it."
      >
        There is no plan here yet. It is four stops away.
      </Finding>
      <Columns kind="lead">
        <Block heading="The way" id="way">
          <Stops
            stops={[
              {
                heading: "Load the document",
                now: true,
                children: (
                  <>
                    <p>Word, PDF or a saved web page, as it is. Nothing is retyped and nothing is made up.</p>
                    <ActionRow>
                      <ButtonLink first href="/documents/new">
                        Load the document
                      </ButtonLink>
                      <a href="/documents/example">Try it with an example</a>
                    </ActionRow>
                  </>
                ),
              },
              {
                heading: "Compare it, line by line",
                children: <p>Every line stands beside what was made of it. What is unclear is left to you.</p>,
              },
              {
                heading: "Record the vote",
                children: <p>Who voted, on which day, for which text. From then on nothing changes silently.</p>,
              },
              {
                heading: "Open it to everyone",
                children: <p>One address, in two languages, on every phone, without a login.</p>,
              },
            ]}
          />
        </Block>
        <div>
          <Block heading="What changed" id="changes">
            <EmptyState
              example={
                <p>
                  So it might look: <strong>September 15.</strong> “Tier II block” became “small-group time.” What we do
                  stays as it was. By the superintendent.
                </p>
              }
            >
              <p>Once a plan is adopted, every change stands here with its reason, its authority and its date.</p>
            </EmptyState>
          </Block>
          <Block heading="Who helps" id="helps">
            <EmptyState
              actions={
                <ActionRow>
                  <ButtonLink href="/people/invitation">Invite someone</ButtonLink>
                </ActionRow>
              }
            >
              <p>Four eyes read a plan better than two. Someone who wrote it can check it beside you.</p>
            </EmptyState>
          </Block>
        </div>
      </Columns>
    </Staff>
  );
}
