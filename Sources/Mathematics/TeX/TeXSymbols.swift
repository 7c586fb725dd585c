/// What a command without arguments stands for.
enum TeXSymbol: Equatable {
  /// A letter in italics.
  case letter(String)
  /// A letter or sign that stands upright.
  case upright(String)
  case symbol(String, MathOperator.Role)
  case function(String)
  case space(String)

  /// The commands by their names, without the backslash.
  static let all: [String: Self] = {
    var all: [String: Self] = [:]
    for (name, text) in smallGreek { all[name] = .letter(text) }
    for (name, text) in signs { all[name] = .upright(text) }
    for (role, pairs) in operators {
      for (name, text) in pairs { all[name] = .symbol(text, role) }
    }
    for name in functions { all[name] = .function(name) }
    for name in limitFunctions { all[name] = .symbol(name, .limitFunction) }
    all["limsup"] = .symbol("lim sup", .limitFunction)
    all["liminf"] = .symbol("lim inf", .limitFunction)
    all["argmax"] = .symbol("arg max", .limitFunction)
    all["argmin"] = .symbol("arg min", .limitFunction)
    for (name, width) in spaces { all[name] = .space(width) }
    return all
  }()

  private static let functions = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp",
    "hom", "ker", "lg", "ln", "log", "sec", "sin", "sinh", "tan", "tanh",
  ]
  private static let limitFunctions = ["det", "gcd", "inf", "lim", "max", "min", "Pr", "sup"]

  private static let spaces: [String: String] = [
    ",": "0.1667em", "thinspace": "0.1667em", ":": "0.2222em", ">": "0.2222em",
    "medspace": "0.2222em", ";": "0.2778em", "thickspace": "0.2778em", "!": "-0.1667em",
    "negthinspace": "-0.1667em", " ": "0.25em", "quad": "1em", "qquad": "2em", "enspace": "0.5em",
  ]

  private static let smallGreek: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ",
    "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ",
    "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "imath": "ı", "jmath": "ȷ",
  ]

  private static let signs: [String: String] = [
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "infty": "∞", "ell": "ℓ", "hbar": "ℏ",
    "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ", "emptyset": "∅", "varnothing": "∅", "partial": "∂",
    "nabla": "∇", "top": "⊤", "bot": "⊥", "angle": "∠", "prime": "′", "degree": "°", "%": "%",
    "$": "$", "#": "#", "&": "&", "_": "_", "S": "§", "P": "¶", "euro": "€", "pounds": "£",
    "copyright": "©", "ldots": "…", "dots": "…", "dotsc": "…", "cdots": "⋯", "dotsb": "⋯",
    "vdots": "⋮", "ddots": "⋱", "checkmark": "✓",
  ]

  private static let operators: [(MathOperator.Role, [String: String])] = [
    (.binary, binary), (.relation, relations), (.relation, arrows),
    (
      .opening,
      [
        "{": "{", "lbrace": "{", "lbrack": "[", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈",
        "lvert": "|", "lVert": "‖",
      ]
    ),
    (
      .closing,
      [
        "}": "}", "rbrace": "}", "rbrack": "]", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉",
        "rvert": "|", "rVert": "‖",
      ]
    ),
    (
      .ordinary,
      [
        "|": "‖", "Vert": "‖", "vert": "|", "forall": "∀", "exists": "∃", "nexists": "∄",
        "neg": "¬",
        "lnot": "¬", "backslash": "\\",
      ]
    ),
    (.punctuation, ["colon": ":"]),
    (
      .large,
      [
        "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigvee": "⋁",
        "bigwedge": "⋀", "bigoplus": "⨁", "bigotimes": "⨂", "bigodot": "⨀",
      ]
    ),
    (.integral, ["int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮"]),
  ]

  private static let binary: [String: String] = [
    "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cdot": "⋅", "ast": "∗", "star": "⋆",
    "circ": "∘", "bullet": "∙", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗", "odot": "⊙",
    "cup": "∪", "cap": "∩", "setminus": "∖", "land": "∧", "wedge": "∧", "lor": "∨", "vee": "∨",
    "dagger": "†",
  ]

  private static let relations: [String: String] = [
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "ll": "≪", "gg": "≫",
    "lt": "<", "gt": ">", "approx": "≈", "sim": "∼", "simeq": "≃", "cong": "≅", "equiv": "≡",
    "propto": "∝", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆",
    "supset": "⊃", "supseteq": "⊇", "mid": "∣", "nmid": "∤", "parallel": "∥", "perp": "⊥",
    "prec": "≺", "succ": "≻", "vdash": "⊢", "models": "⊨", "coloneqq": "≔", "triangleq": "≜",
    "asymp": "≍", "doteq": "≐", "lesssim": "≲", "gtrsim": "≳", "leqslant": "⩽", "geqslant": "⩾",
  ]

  private static let arrows: [String: String] = [
    "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔",
    "Rightarrow": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔", "implies": "⟹", "impliedby": "⟸",
    "iff": "⟺", "mapsto": "↦", "longrightarrow": "⟶", "longleftarrow": "⟵", "longmapsto": "⟼",
    "uparrow": "↑", "downarrow": "↓", "updownarrow": "↕", "hookrightarrow": "↪",
    "rightharpoonup": "⇀", "nearrow": "↗", "searrow": "↘",
  ]

  /// What a character that is no letter or digit stands for.
  static func symbol(_ character: Character) -> MathOperator {
    switch character {
    case "-", "−": MathOperator("−", .binary)
    case "*": MathOperator("∗", .binary)
    case "·": MathOperator("⋅", .binary)
    case "+", "×", "÷", "±", "∘", "⊙", "⊗", "⊕", "∩", "∪": MathOperator(String(character), .binary)
    case "(", "[": MathOperator(String(character), .opening)
    case ")", "]": MathOperator(String(character), .closing)
    case ",", ";": MathOperator(String(character), .punctuation)
    case "=", "<", ">", ":", "≤", "≥", "≠", "≈", "∈", "→", "←", "⇒", "≡", "∼", "∝":
      MathOperator(String(character), .relation)
    case "∑", "∏": MathOperator(String(character), .large)
    case "∫": MathOperator("∫", .integral)
    default: MathOperator(String(character), .ordinary)
    }
  }
}
