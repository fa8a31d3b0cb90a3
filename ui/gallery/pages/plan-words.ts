type Fact = { term: string; value: string; missing?: boolean };
type Priority = {
  id: string;
  blade: string;
  short: string;
  sentence: string;
  because?: string;
  measures: { id: string; code: string; said: string; when: string; facts: Fact[] }[];
  deeds: { id: string; code: string; text: string }[];
};

const absent = "the document does not say";

/** An invented plan, with the gaps that real ones have. */
export const priorities: Priority[] = [
  {
    id: "P1",
    blade: "Priority 1",
    short: "Reading to learn",
    sentence: "Every learner reads to learn before grade four",
    because: "Reading opens every other door. A child who reads late meets each later subject through fog.",
    measures: [
      {
        id: "m1.A",
        code: "1.A",
        said: "By spring 2031 two of three children read well when they leave third grade. When the plan was written it was not half.",
        when: "First reading in June 2027.",
        facts: [
          { term: "Start", value: "44%, spring 2026" },
          { term: "Target", value: "65%, spring 2031" },
          { term: "Counted by", value: "state reading test, grade 3" },
          { term: "Answers for it", value: "director of elementary schools" },
        ],
      },
      {
        id: "m1.B",
        code: "1.B",
        said: "Nine of ten kindergartners hear and blend sounds by their first May in school.",
        when: "First reading in January 2027.",
        facts: [
          { term: "Start", value: absent, missing: true },
          { term: "Target", value: "90%, each May" },
          { term: "Counted by", value: "sound check, three times a year" },
        ],
      },
    ],
    deeds: [
      {
        id: "d1.1",
        code: "1.1",
        text: "The same way of teaching reading in the first four years of all seven elementary schools",
      },
      {
        id: "d1.2",
        code: "1.2",
        text: "Small-group time every day for those who are a year behind, never during core reading",
      },
      { id: "d1.3", code: "1.3", text: "A second adult in each first grade room for an hour a day" },
    ],
  },
  {
    id: "P2",
    blade: "Priority 2",
    short: "Present, known, needed",
    sentence: "Every learner is present, known and needed",
    measures: [
      {
        id: "m2.A",
        code: "2.A",
        said: "By 2031 no more than one child in nine misses many days. Now it is one in five.",
        when: "First reading in January 2027.",
        facts: [
          { term: "Start", value: "19.8%, June 2026" },
          { term: "Target", value: "11%, June 2031" },
          { term: "Counted by", value: "daily attendance, half days too" },
        ],
      },
      {
        id: "m2.B",
        code: "2.B",
        said: "Students in grades 5 to 12 who say that someone at school would miss them: more each year.",
        when: "First reading in January 2027. The document names no number.",
        facts: [
          { term: "Start", value: absent, missing: true },
          { term: "Target", value: absent, missing: true },
          { term: "Counted by", value: "fall survey, one question" },
        ],
      },
    ],
    deeds: [
      { id: "d2.1", code: "2.1", text: "Every learner is greeted by name, every morning" },
      { id: "d2.2", code: "2.2", text: "A phone call in the family’s own language before a third day is missed" },
    ],
  },
  {
    id: "P3",
    blade: "Priority 3",
    short: "A way on for every graduate",
    sentence: "Every graduate has a way on",
    measures: [
      {
        id: "m3.A",
        code: "3.A",
        said: "Nine of ten graduates have college credit, a trade credential or a signed apprenticeship by 2031.",
        when: "First reading in August 2027.",
        facts: [
          { term: "Start", value: "71%, class of 2026" },
          { term: "Target", value: "90%, class of 2031" },
          { term: "Counted by", value: "senior record, checked in August" },
        ],
      },
    ],
    deeds: [
      { id: "d3.1", code: "3.1", text: "Someone sits down with each ninth grader twice a year and counts credits" },
      { id: "d3.2", code: "3.2", text: "One counselor for every 230 students" },
    ],
  },
  {
    id: "P4",
    blade: "Priority 4",
    short: "Colleagues who stay",
    sentence: "Good colleagues stay with us, and get better",
    measures: [
      {
        id: "m4.A",
        code: "4.A",
        said: "Of every 100 teachers 92 come back the next fall, by 2031. Last fall it was 84.",
        when: "First reading in September 2027.",
        facts: [
          { term: "Start", value: "84%, fall 2025" },
          { term: "Target", value: "92%, fall 2031" },
          { term: "Counted by", value: "staff records, first school day" },
        ],
      },
      {
        id: "m4.B",
        code: "4.B",
        said: "Three of four colleagues find the time to prepare together by 2031. It was fewer than half.",
        when: "First reading in January 2027.",
        facts: [
          { term: "Start", value: "46%, spring 2026" },
          { term: "Target", value: "75%, spring 2031" },
          { term: "Counted by", value: absent, missing: true },
        ],
      },
    ],
    deeds: [
      { id: "d4.1", code: "4.1", text: "Forty-five minutes each day in which a team is free together" },
      { id: "d4.2", code: "4.2", text: "For each new teacher an experienced one who has hours set aside" },
    ],
  },
];
