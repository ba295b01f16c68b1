// Generated from expression.grammar by scripts/generate-grammar.mjs; do not edit.
import {LRParser} from "@lezer/lr"
const spec_Name = {__proto__:null,true:68, false:70}
export const parser = LRParser.deserialize({
  version: 14,
  states: "%vOVQPOOOOQO'#C`'#C`OOQO'#Cb'#CbOnQPO'#C}OVQPO'#ChOOQO'#C}'#C}O!`QPO'#C|OOQO'#C|'#C|OVQPO'#CkOOQO'#C{'#C{O!}QPO'#CyOOQO'#Cz'#CzO#iQPO'#CxOOQO'#Cy'#CyOOQO'#Cx'#CxQOQPOOO#}QPO'#CdOOQO,58},58}O$UQPO,59SOVQPO,59TOOQO,59V,59VOVQPO,59XOVQPO,59[OVQPO,59^OOQO,59O,59OO$ZQPO,59OOOQO1G.n1G.nOOQO1G.o1G.oOOQO1G.s1G.sO$cQPO1G.vO$}QPO1G.xOVQPO'#CtO%`QPO1G.jOOQO1G.j1G.jOOQO,59`,59`OOQO-E6r-E6rOOQO7+$U7+$U",
  stateData: "%h~OkOS~OQTORTOTROXSO`WOrPOsQO~OX`O^qX`qXbqXcqXeqXgqXiqXZqXYqX~O^cO`pXbpXcpXepXgpXipXZpXYpX~ObeOceO`mXemXgmXimXZmXYmX~O`fOefOggOilXZlXYlX~OZhO~PVOZjO~OYoOZqO~ObeOceO`diedigdiidiZdiYdi~O`fOefOifiZfiYfi~OYoOZtO~O",
  goto: "$crPPPPsPss!OPPPs!RP!^P!iPP!qP!xP#OPPP#U#b#k#u!^$WcTOSW`cefgoRaRcVOSW`cefgocXOSW`cefgo]ZOS`fgoZ]OS`goX^OS`oQpiRspQ_OQbSQi`RroW[OS`oRngYYOS`goRmf[ZOS`fgoQdWQkcRlecUOSW`cefgo",
  nodeNames: "⚠ Expression Number String True Name False Call Arguments ( , ) Parenthesised Power Raise Negation Minus Product Times Divide Sum Plus Comparison CompareOperator",
  maxTerm: 35,
  skippedNodes: [0],
  repeatNodeCount: 1,
  tokenData: "1d~RnXY#PYZ#P]^#Ppq#Pqr#brs#mwx$_xy$zyz%Pz{%U{|%Z|}%`}!O%e!O!P%j!P!Q&j!Q![&o!^!_'Q!_!`#b!`!a'Q!c!}'Y#Q#R(j#R#S'Y#T#g'Y#g#h(o#h#o'Y${$|'Y%W%o'Y%p&a'Y&b$IS'Y&Gh;'S'Y~#USk~XY#PYZ#P]^#Ppq#P~#eP!_!`#h~#mOg~~#pUOY#mZr#mrs$Ss;'S#m;'S;=`$X<%lO#m~$XOR~~$[P;=`<%l#m~$bUOY$_Zw$_wx$Sx;'S$_;'S;=`$t<%lO$_~$wP;=`<%l$_~%POX~~%UOZ~~%ZOb~~%`Oe~~%eOY~~%jO`~~%mP!Q![%p~%uRQ~!Q![%p!g!h&O#X#Y&O~&RR{|&[}!O&[!Q![&b~&_P!Q![&b~&gPQ~!Q![&b~&oOc~~&tSQ~!O!P%p!Q![&o!g!h&O#X#Y&O~'VPg~!_!`#h~'_YT~!O!P'}!Q!['Y!c!}'Y#R#S'Y#T#o'Y${$|'Y%W%o'Y%p&a'Y&b$IS'Y&Gh;'S'Y~(QW!c!}'Y#R#S'Y#T#o'Y${$|'Y%W%o'Y%p&a'Y&b$IS'Y&Gh;'S'Y~(oO^~~(t[T~!O!P'}!Q!['Y!c!}'Y#R#S'Y#T#m'Y#m#n)j#n#o'Y${$|'Y%W%o'Y%p&a'Y&b$IS'Y&Gh;'S'Y~)o[T~!O!P'}!Q!['Y!c!}'Y#R#S'Y#T#g'Y#g#h*e#h#o'Y${$|'Y%W%o'Y%p&a'Y&b$IS'Y&Gh;'S'Y~*j[T~!O!P'}!Q!['Y!c!}'Y#R#S'Y#T#h'Y#h#i+`#i#o'Y${$|'Y%W%o'Y%p&a'Y&b$IS'Y&Gh;'S'Y~+e[T~!O!P'}!Q!['Y!c!}'Y#R#S'Y#T#X'Y#X#Y,Z#Y#o'Y${$|'Y%W%o'Y%p&a'Y&b$IS'Y&Gh;'S'Y~,`[T~!O!P'}!Q!['Y!c!}'Y#R#S'Y#T#a'Y#a#b-U#b#o'Y${$|'Y%W%o'Y%p&a'Y&b$IS'Y&Gh;'S'Y~-ZYT~!O!P-y!Q!['Y!c!}'Y#R#S'Y#T#o'Y${$|'Y%W%o'Y%p&a'Y&b$IS'Y&Gh;'S'Y~-|X!Q![.i!c!}0l#R#S0l#T#o0l${$|0l%W%o0l%p&a0l&b$IS0l&Gh;'S0l~.lZ}!O.i!O!P/_!Q![.i!c!}.i#R#S.i#T#o.i${$|.i%W%o.i%p&a.i&b$IS.i&Gh;'S.i~/bW!c!}/z#R#S/z#T#o/z${$|/z%W%o/z%p&a/z&b$IS/z&Gh;'S/z~0PXT~!Q![/z!c!}/z#R#S/z#T#o/z${$|/z%W%o/z%p&a/z&b$IS/z&Gh;'S/z~0qZT~}!O.i!O!P'}!Q![0l!c!}0l#R#S0l#T#o0l${$|0l%W%o0l%p&a0l&b$IS0l&Gh;'S0l",
  tokenizers: [0],
  topRules: {"Expression":[0,1]},
  specialized: [{term: 5, get: (value: keyof typeof spec_Name) => spec_Name[value] || -1}],
  tokenPrec: 0
})
