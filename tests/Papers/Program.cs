using System.CommandLine;
using Shouwang.Papers;
using Shouwang.Papers.Layouts;
using Shouwang.Papers.Photo;

var folder = new Argument<string>("folder") { Description = "Where the pictures go." };
var seed = new Option<int>("--seed") { Description = "Other seeds invent other people.", DefaultValueFactory = _ => 1 };
var each = new Option<int>("--each") { Description = "How many papers of each layout and severity.", DefaultValueFactory = _ => 1 };
var only = new Option<string[]>("--layouts") { Description = "Only these layouts (names or their beginnings).", AllowMultipleArgumentsPerToken = true };
var without = new Option<string[]>("--hold-out") { Description = "All but these layouts (names or their beginnings).", AllowMultipleArgumentsPerToken = true };
var families = new Option<string[]>("--families") { Description = "Only layouts of these families.", AllowMultipleArgumentsPerToken = true };
var severities = new Option<Severity[]>("--severities") { Description = "Clean, Normal, Bad, Unreadable.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [Severity.Clean, Severity.Normal, Severity.Bad] };
var wear = new Option<Wear>("--wear") { Description = "None, Faded, Moire, Sealed, Struck, Altered, Offset, Rolled: what happened to the papers." };
var lines = new Option<bool>("--lines") { Description = "Write the lines of text beside each picture, as a recogniser without faults would." };
var answers = new Option<DirectoryInfo?>("--printed") { Description = "Take no pictures: write into this folder what a recogniser without faults would answer, for read-report --pages. Without --severities, clean ones." };

var samples = new Command("samples", "Draws the pictures of samples/.") { folder };
samples.SetAction(result => Samples.Write(result.GetValue(folder)!));

var set = new Command("set", "Draws a folder of papers with their truth, the same for the same seed.") { folder, seed, each, only, without, families, severities, lines, wear, answers };
set.SetAction(result =>
{
    bool Named(Option<string[]> names, Layout layout) => (result.GetValue(names) ?? []).Any(n => layout.Name.StartsWith(n, StringComparison.Ordinal));
    var chosen = Layout.All.Where(l => (result.GetValue(only) is not { Length: > 0 } || Named(only, l)) && !Named(without, l)
        && (result.GetValue(families) is not { Length: > 0 } wanted || wanted.Contains(l.Family))).ToList();
    var taken = result.GetValue(answers) is not null && result.GetResult(severities) is null or { Implicit: true } ? [Severity.Clean] : result.GetValue(severities)!;
    return new Collection(result.GetValue(folder)!, result.GetValue(seed), result.GetValue(each), chosen, taken, result.GetValue(wear)) { WithLines = result.GetValue(lines), Answers = result.GetValue(answers) }.Write();
});

return await new RootCommand("Invents hospital papers and photographs them.") { samples, set }.Parse(args).InvokeAsync();
