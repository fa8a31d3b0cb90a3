import type { ReactNode } from "react";
import { Foot } from "#ui/foot/foot.tsx";
import { Languages } from "#ui/languages/languages.tsx";
import { Page } from "#ui/page/page.tsx";
import { PublicHead } from "#ui/public-head/public-head.tsx";
import { StaffHead } from "#ui/staff-head/staff-head.tsx";

const tongues = [
  { lang: "en", href: "?lang=en", text: "English", current: true },
  { lang: "es", href: "?lang=es", text: "Español" },
];

/** The frame of pages that anyone may read, in an invented district. */
export function Public({ children, here }: { children: ReactNode; here?: string }) {
  return (
    <Page
      skip="Skip to the content"
      head={
        <PublicHead
          maker={{ name: "Haywater Public Schools", href: "/" }}
          label="Plan site"
          links={[
            { href: "/plan", text: "The plan", current: here === "plan" },
            { href: "/changes", text: "What changed", current: here === "changes" },
          ]}
          languages={{ label: "Language", links: tongues }}
        />
      }
      foot={
        <Foot
          label="About this site"
          links={[
            { href: "/accessibility", text: "Accessibility" },
            { href: "/privacy", text: "What we keep, and how long" },
            { href: "/sign-in", text: "Staff" },
          ]}
        >
          Haywater Public Schools, 12 Ropewalk Lane. Questions about the plan:{" "}
          <a href="mailto:plan@haywater.example">plan@haywater.example</a>
        </Foot>
      }
    >
      {children}
    </Page>
  );
}

/** The frame of pages for work. */
export function Staff({ children, here, kind }: { children: ReactNode; here?: string; kind?: "page" | "bench" }) {
  return (
    <Page
      skip="Skip to the content"
      {...(kind ? { kind } : {})}
      head={
        <StaffHead
          maker={{ name: "Haywater", href: "/home", current: here === undefined }}
          label="Sections"
          menu="Sections"
          links={["Plan", "Documents", "Publish", "People"].map((text) => ({
            href: `/${text.toLowerCase()}`,
            text,
            current: text === here,
          }))}
          self={<a href="/me">Wren Castellanos</a>}
        />
      }
      foot={
        kind === "bench" ? undefined : (
          <Foot>
            <Languages label="Language" links={tongues} />
          </Foot>
        )
      }
    >
      {children}
    </Page>
  );
}
