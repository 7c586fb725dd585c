import Foundation
import Testing

/// The command line beside runs: what users type, and what they read.
@Suite struct CommandLineTests {
  @Test("A new notebook is right, runs, and is never written over another")
  func newNotebook() throws {
    let bench = try Workbench.withMNIST()
    let made = try bench.daybook("new", "clothes", "--data", "mnist")
    #expect(made.status == 0)
    #expect(made.output == "clothes.md\n")
    #expect(try bench.daybook("check", "clothes.md").status == 0)
    let outcome = try bench.daybook("run", "clothes.md")
    #expect(outcome.status == 0, "\(outcome.error)")
    let before = try bench.read("clothes.md")
    let again = try bench.daybook("new", "clothes.md")
    #expect(again.status == 4)
    #expect(again.error.hasPrefix("error: cannot create clothes.md: "))
    #expect(try bench.read("clothes.md") == before)
  }

  @Test("A new notebook starts from data that are there, and says what is missing")
  func dataOfANewNotebook() throws {
    let bench = try Workbench.withMNIST()
    let text = { String(decoding: try bench.read($0), as: UTF8.self) }
    // A project with a folder for notebooks.
    try bench.write("", to: ".git/HEAD")
    try bench.write("", to: "notes/other.md")
    let found = try bench.daybook("new", "notes/found", "--data", "mnist")
    #expect(found.error == "run it with: daybook run notes/found.md\n")
    #expect(try text("notes/found.md").contains("mnist: ../mnist\n"))
    let missing = try bench.daybook("new", "missing", "--data", "nowhere")
    #expect(missing.status == 0)
    #expect(missing.error.hasPrefix("note: its data is not there yet\nmissing.md:"))
    #expect(try text("missing.md").contains("mnist: nowhere\n"))
    try bench.write("", to: "notes/.git/HEAD")
    let outside = try bench.daybook("new", "notes/outside", "--data", "mnist")
    #expect(outside.error.hasPrefix("note: its data cannot be read\nnotes/outside.md:"))
    #expect(outside.error.contains("lies outside the project"), "\(outside.error)")
    // A path that YAML would read as something else.
    let odd = try bench.daybook("new", "odd", "--data", "a set #2: \"b\"")
    #expect(odd.error.contains("a set #2: \"b\""), "\(odd.error)")
    #expect(try text("odd.md").contains("mnist: \"a set #2: \\\"b\\\"\"\n"))
    // Without a word the nearest data of the project is taken.
    #expect(try bench.daybook("new", "near").status == 0)
    #expect(try text("near.md").contains("mnist: mnist\n"))
  }

  @Test("What --set takes out or names in vain is told as that")
  func settings() throws {
    let bench = try Workbench.withMNIST()
    try bench.write("```load\nmnist: mnist\n```\n\n```split\ndev: 10\n```\n", to: "nb.md")
    let takenOut = try bench.daybook("check", "nb.md", "--set", "split.dev=")
    #expect(
      takenOut.error.hasPrefix("nb.md: error: --set split.dev=: split needs the option 'dev'"),
      "\(takenOut.error)")
    let inVain = try bench.daybook("check", "nb.md", "--set", "load.mnist=/nowhere/mnist")
    #expect(inVain.error.contains("--set load.mnist=/nowhere/mnist: "), "\(inVain.error)")
    #expect(inVain.error.contains("No such file or directory"), "\(inVain.error)")
  }

  @Test("The last lines of a run give its key figures, and a part shows what it came to")
  func figuresOfARun() throws {
    let bench = try Workbench.withMNIST()
    try bench.write(
      """
      ---
      key-figures:
        Held out: "`{split.dev:,}` of `{load.labelled:,}` images"
      ---

      ```load
      mnist: mnist
      labelled: 3000
      ```

      ```split
      dev: 1000
      ```

      """, to: "nb.md")
    let part = try bench.daybook("run", "nb.md", "--only", "load")
    #expect(part.error.contains("\nload.labelled: 3000\n"), "\(part.error)")
    let whole = try bench.daybook("run", "nb.md")
    #expect(whole.error.hasSuffix("\nHeld out: 1,000 of 3,000 images\n"), "\(whole.error)")
    #expect(whole.error.contains("\nsplit: 2,000 to learn from, 1,000 held out ("))
    #expect(try bench.daybook("run", "--quiet", "nb.md").error == "")
  }

  @Test("A step that did one thing says one")
  func one() throws {
    let bench = try Workbench()
    try bench.write("label,pixel0,pixel1,pixel2,pixel3\n1,0,9,0,9\n", to: "d.csv")
    try bench.write("```load\ncsv: d.csv\n```\n", to: "nb.md")
    let outcome = try bench.daybook("run", "nb.md")
    #expect(
      outcome.error.contains("load: 1 image of 2 × 2, 1 of them labelled ("), "\(outcome.error)")
  }

  @Test("Shells are told the steps of the notebook on the line, and its settings")
  func completions() throws {
    let bench = try Workbench()
    try bench.write("```train small\nlayers: [\n```\n\n```split\n```\n", to: "nb.md")
    let script = try bench.daybook("--generate-completion-script", "bash")
    #expect(script.status == 0)
    #expect(script.output.contains("daybook"))
    let names = try bench.daybook(
      "---completion", "run", "--", "--only", "4", "0", "daybook", "run", "nb.md", "--only", "")
    #expect(names.output.split(separator: "\n") == ["small", "split"], "\(names)")
    let settings = try bench.daybook(
      "---completion", "run", "--", "--set", "4", "0", "daybook", "run", "nb.md", "--set", "")
    #expect(settings.output.contains("small.iterations=\n"))
  }

  @Test("Every command tells its exit statuses, and the version its libraries")
  func helpAndVersion() throws {
    let bench = try Workbench()
    for command in [
      "run", "preview", "sweep", "check", "steps", "expressions", "new", "clean", "verify", "diff",
      "lsp",
    ] {
      let help = try bench.daybook("help", command)
      #expect(help.output.replacing("\n", with: " ").contains("xit status"), "\(command)")
    }
    let version = try bench.daybook("--version").output
    let details = try bench.daybook("--version", "--verbose").output
    #expect(details.hasPrefix("daybook \(version)"))
    for library in ["Cairo 1", "Pango 1", "cmark-gfm 0", "zlib 1", "libpng 1", "libcrypto "] {
      #expect(details.contains(library), "\(details)")
    }
  }

  @Test("Problems as text, as JSON and as annotations, with exit status 2")
  func checkFormats() throws {
    let bench = try Workbench()
    try bench.write("It reads `{dev.accuracy}`.\n", to: "nb.md")
    let text = try bench.daybook("check", "nb.md", "missing.md")
    #expect(text.status == 2)
    #expect(text.output == "")
    #expect(text.error.contains("nb.md:1:12: error: no step is called 'dev'"))
    #expect(text.error.contains("missing.md"))
    let json = try bench.daybook("check", "nb.md", "--format", "json")
    let records = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(records?.first?["line"] as? Int == 1)
    #expect(records?.first?["column"] as? Int == 12)
    let github = try bench.daybook("check", "nb.md", "--format", "github")
    #expect(github.output.hasPrefix("::error file=nb.md,line=1,col=12"))
    try bench.write("Nothing to find.\n", to: "nb.md")
    #expect(try bench.daybook("check", "nb.md").status == 0)
  }

  @Test(
    "A slip on the command line is told with what to do, and where a value is wrong exits with 2",
    arguments: [
      (["rnu", "nb.md"], "rnu", 64), (["run"], "notebooks", 64),
      (["preview", "nb.md", "--port", "x"], "port", 64),
      (["run", "nb.md", "--threads", "0"], "1 to 256", 2),
      (["run", "nb.md", "--set", "iterations=5"], "write STEP.OPTION=VALUE or seed=N", 2),
      (["run", "nb.md", "--set", "seed=-1"], "Usage: daybook run [<options>] <notebooks>", 2),
      (["check", "nb.md", "--set", "seed=-1"], "Usage: daybook check <notebooks>", 2),
      (
        ["preview", "nb.md", "--set", "seed=-1"], "Usage: daybook preview [<options>] <notebook>", 2
      ),
      (["run", "nb.md", "--output", ""], "--output must name a folder", 2),
      (["clean", "--store", ""], "--store must name a folder", 2),
      (["run", "nb.md", "--store", "nb.md"], "--store nb.md: it is a file, not a folder", 2),
      (["run", "nb.md", "--store", "nb.md/x"], "--store nb.md/x: a part of the path is a file", 2),
      (
        ["preview", "nb.md", "--store", "/dev/null"],
        "--store /dev/null: it is a file, not a folder",
        2
      ),
      (["run", "nb.md", "--only", "train"], "the notebook has no step 'train'", 2),
      (["run", "."], "folder", 2), (["run", "none.md"], "none.md", 2),
      (["steps", "trian"], "did you mean 'train'?", 2),
      (["help", "rnu"], "there is no command 'rnu'; did you mean 'run'?", 64),
      (["rnu", "nb.md"], "there is no command 'rnu'; did you mean 'run'?", 64),
      (["nb.md"], "there is no command 'nb.md'; to run a notebook: 'daybook run nb.md'", 64),
      (["help", "nothing"], "there is no command 'nothing'; 'daybook help' lists them", 64),
      (["verify", "x.html", "--data", "none"], "--data none: it does not exist", 2),
    ] as [([String], String, Int32)])
  func slips(arguments: [String], says: String, status: Int32) throws {
    let bench = try Workbench()
    try bench.write("Text\n", to: "nb.md")
    let outcome = try bench.run(Workbench.program.path(), arguments)
    #expect(outcome.status == status)
    #expect(outcome.error.contains(says), "\(outcome.error)")
    #expect(!bench.exists("output/nb"))
  }

  @Test("Help names every kind of step and every exit status")
  func help() throws {
    let bench = try Workbench()
    let overview = try bench.daybook("--help").output
    let kinds = try bench.daybook("steps").output.split(separator: "\n")
      .compactMap { $0.split(separator: " ").first }
    #expect(
      overview.contains("predict, export, try, source and check")
        && overview.contains("load, split"))
    #expect(kinds.contains("try"))
    for help in [overview, try bench.daybook("run", "--help").output] {
      for status in ["0", "1", "2", "3", "4", "64", "130"] {
        #expect(
          help.split(separator: "\n").contains {
            $0.drop { $0 == " " }.hasPrefix(status + "  ")
          }, "\(status)")
      }
    }
  }

  @Test("What fails at the end of a run is told on the terminal, each claim by itself")
  func lateFailures() throws {
    let bench = try Workbench.withMNIST()
    try bench.write(
      """
      ```load
      mnist: mnist
      ```

      The last is `{load.counts[10]}`.

      ```check
      More than there are: load.rows > 70000
      The eleventh digit is common: load.counts[10] > 3
      ```

      ```check
      Nothing was read: load.rows == 0
      ```

      """, to: "nb.md")
    let outcome = try bench.daybook("run", "nb.md", "--quiet")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("nb.md:5:15: error: "), "\(outcome.error)")
    #expect(outcome.error.contains("nb.md:9:31: error: "), "\(outcome.error)")
    for sentence in ["More than there are", "Nothing was read"] {
      #expect(outcome.error.contains("this claim does not hold: \(sentence)"), "\(outcome.error)")
    }
  }

  @Test("Two notebooks do not write one report, and no report goes to the root of the file system")
  func foldersOfTheirOwn() throws {
    let bench = try Workbench()
    try bench.write("One\n", to: "a/nb.md")
    try bench.write("Two\n", to: "b/nb.md")
    let both = try bench.daybook("run", "a/nb.md", "b/nb.md")
    #expect(both.error.contains("a/nb.md and b/nb.md would both write output/nb"))
    #expect(!bench.exists("output/nb"))
    #expect(both.status == 2)
    #expect(try bench.daybook("run", "a/nb.md", "--output", "").error.contains("--output"))
  }

  @Test("The documentation of a kind has its example, options and values")
  func steps() throws {
    let bench = try Workbench()
    let all = try bench.daybook("steps").output
    for kind in ["load", "split", "train", "evaluate", "plot", "predict", "try", "source", "check"]
    {
      #expect(all.contains(kind))
      let one = try bench.daybook("steps", kind)
      #expect(one.status == 0)
      #expect(one.output.contains("```\(kind)"))
    }
  }

  @Test("What is stored is dropped by clean, and nothing else")
  func clean() throws {
    let bench = try Workbench.withMNIST()
    try bench.write("```load\nmnist: mnist\n```\n", to: "nb.md")
    #expect(try bench.daybook("run", "nb.md").status == 0)
    let outcome = try bench.daybook("clean")
    #expect(outcome.status == 0)
    #expect(outcome.error.hasPrefix("dropped 1 result, "), "\(outcome.error)")
    #expect(bench.exists("output/nb/index.html"))
    #expect(try bench.daybook("run", "nb.md").error.contains("; its stored result is gone ("))
  }
}
