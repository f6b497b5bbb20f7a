import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { Plane } from './plane'

/** Iterations that small and large planes get; measured: after a Pivot MDS start fifty are enough at a thousand nodes. */
const MANY = 400
const BATCH_SIZE = 50
const SMALL = 300

/** Lets ForceAtlas2 (Jacomy et al., 2014) spread a connected plane out from the places that it has. */
export function forces(plane: Plane): void {
  const { nodes, ties, x, y } = plane
  if (nodes.length < 3) return
  const graph = new UndirectedGraph()
  for (const node of nodes.keys())
    graph.addNode(node, { x: (x[node] as number) * SPREAD, y: (y[node] as number) * SPREAD })
  for (const { from, to } of ties) graph.addEdge(from, to)
  const places = forceAtlas2(graph, {
    iterations: nodes.length > SMALL ? BATCH_SIZE : MANY,
    settings: { ...forceAtlas2.inferSettings(nodes.length), barnesHutOptimize: nodes.length > SMALL }
  })
  for (const node of nodes.keys()) {
    x[node] = places[node]?.x ?? 0
    y[node] = places[node]?.y ?? 0
  }
}

/** What one step in the graph measures before the forces act. */
const SPREAD = 20
