import type { Example, Sample } from "../example.ts";

/** The address of one example within the gallery. */
export const slugOf = (component: string, name: string) =>
  `${component}-${name}`
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

export type GalleryProps = { samples: Sample[]; base?: string };

/** Every component with its criteria and examples, on one page. Examples that are whole pages are linked. */
export function Gallery({ samples, base = "/gallery" }: GalleryProps) {
  return (
    <main className="gallery" id="gallery">
      <h1>The parts that pages are made of</h1>
      <nav aria-label="Components">
        <ul className="gallery-index">
          {samples.map(({ component }) => (
            <li key={component}>
              <a href={`#${component}`}>{component}</a>
            </li>
          ))}
        </ul>
      </nav>
      {samples.map(({ component, criteria, examples }) => (
        <section key={component} id={component} aria-labelledby={`${component}-name`}>
          <h2 id={`${component}-name`}>{component}</h2>
          <ul className="gallery-criteria">
            {criteria.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {examples.map((example) => (
            <Shown key={example.name} example={example} href={`${base}/${slugOf(component, example.name)}`} />
          ))}
        </section>
      ))}
    </main>
  );
}

function Shown({ example: { name, note, alone, render }, href }: { example: Example; href: string }) {
  return (
    <div className="gallery-example">
      <p>
        <a href={href}>{name}</a>
        {note && ` ${note}`}
      </p>
      {!alone && <div>{render()}</div>}
    </div>
  );
}

/** One example by itself, found by its address; nothing where there is none. */
export function GalleryExample({ samples, slug }: { samples: Sample[]; slug: string }) {
  for (const { component, examples } of samples) {
    const found = examples.find(({ name }) => slugOf(component, name) === slug);
    if (found?.alone) return found.render();
    if (found)
      return (
        <main className="gallery" id="gallery">
          <h1>{component}</h1>
          <h2>{found.name}</h2>
          <div>{found.render()}</div>
        </main>
      );
  }
  return null;
}
