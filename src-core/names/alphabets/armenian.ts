import { alphabet } from '../alphabet'

/** Armenian letters, eastern and western: the western tongue says b, g, d where the eastern says p, k, t, and the other way. */
export const ARMENIAN = alphabet(`
ա:a բ:bp գ:gk դ:dt ե:e ^ե:y?+e զ:z է:e ը:e? թ:t ժ:Zj ի:i լ:l խ:xk ծ:Cz կ:kg հ:h ձ:zjC ղ:Gglx ճ:cj մ:m յ:yh ն:n շ:S ո:o ^ո:v?+o չ:c պ:pb
ջ:jc ռ,ր:r ս:s վ:vw տ:td ց:C ւ:vwu ու:u փ:p ք:kq օ:o ֆ:f և,եւ:e+vfw
`)
