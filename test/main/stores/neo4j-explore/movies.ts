import type { Statement } from './opened'

// The kind of database that every beginner of Neo4j meets: films, and who made them. Facts from the films' own credits.

const FILMS = [
  ['The Matrix', 1999, 'Welcome to the Real World'],
  ['Cloud Atlas', 2012, 'Everything is connected'],
  ['Apollo 13', 1995, 'Houston, we have a problem.'],
  ['Cast Away', 2000, 'At the edge of the world, his journey begins.'],
  ['The Da Vinci Code', 2006, 'Break The Codes']
] as const

const PEOPLE = [
  ['Tom Hanks', 1956],
  ['Keanu Reeves', 1964],
  ['Carrie-Anne Moss', 1967],
  ['Halle Berry', 1966],
  ['Lana Wachowski', 1965],
  ['Ron Howard', 1954],
  ['Helen Hunt', 1963],
  ['Ian McKellen', 1939]
] as const

const ROLES = [
  ['Tom Hanks', 'Cloud Atlas', ['Zachry', 'Dr. Henry Goose', 'Isaac Sachs', 'Dermot Hoggins']],
  ['Tom Hanks', 'Apollo 13', ['Jim Lovell']],
  ['Tom Hanks', 'Cast Away', ['Chuck Noland']],
  ['Tom Hanks', 'The Da Vinci Code', ['Dr. Robert Langdon']],
  ['Keanu Reeves', 'The Matrix', ['Neo']],
  ['Carrie-Anne Moss', 'The Matrix', ['Trinity']],
  ['Halle Berry', 'Cloud Atlas', ['Luisa Rey', 'Jocasta Ayrs']],
  ['Helen Hunt', 'Cast Away', ['Kelly Frears']],
  ['Ian McKellen', 'The Da Vinci Code', ['Sir Leight Teabing']]
] as const

const DIRECTED = [
  ['Lana Wachowski', 'The Matrix'],
  ['Lana Wachowski', 'Cloud Atlas'],
  ['Ron Howard', 'Apollo 13'],
  ['Ron Howard', 'The Da Vinci Code']
] as const

/** Films and people; titles are unique by a constraint, people's names by themselves. */
export const MOVIES: readonly Statement[] = [
  ['CREATE CONSTRAINT FOR (m:Movie) REQUIRE m.title IS UNIQUE'],
  ['UNWIND $all AS f CREATE (:Movie {title: f[0], released: toInteger(f[1]), tagline: f[2]})', { all: FILMS }],
  ['UNWIND $all AS p CREATE (:Person {name: p[0], born: toInteger(p[1])})', { all: PEOPLE }],
  [
    'UNWIND $all AS r MATCH (p:Person {name: r[0]}), (m:Movie {title: r[1]}) CREATE (p)-[:ACTED_IN {roles: r[2]}]->(m)',
    { all: ROLES }
  ],
  [
    'UNWIND $all AS d MATCH (p:Person {name: d[0]}), (m:Movie {title: d[1]}) CREATE (p)-[:DIRECTED]->(m)',
    { all: DIRECTED }
  ]
]
