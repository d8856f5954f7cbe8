using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Policies;
using Shouwang.Tools.Policy;

namespace Shouwang.Tools.Golden;

/// <summary>Reads worked examples from tests/golden (读取样例). Names are those of the HTTP interface.</summary>
internal static class GoldenReader
{
    private static readonly string[] OfStay = ["date", "stay", "yearToDate", "actuallyPaid", "applications", "expect"];
    private static readonly string[] OfCase = ["case", "origin", "place", "scheme", "village", "person", "plan", "stays", .. OfStay];
    private static readonly string[] OfFile = ["place", "date", "scheme", "village", "person", "plan", "cases"];
    private static readonly string[] Properties = ["amount", "recomputed", "deductible", "outcome", "needs"];
    private static readonly string[] OfResult = ["patientPays", "verified", "needs", "counterfactual", .. Vocabulary.Layers];

    /// <summary>Every example in the folder and in those that are named after a place; the others hold examples of another kind.</summary>
    public static IReadOnlyList<GoldenCase> ReadAll(string folder, List<Complaint> complaints) =>
        [.. Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Where(path => IsOurs(Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar))).Order(StringComparer.Ordinal).SelectMany(path =>
            Yaml.Load(Path.GetRelativePath(Repository.Root, path), path, complaints) is { } file ? Cases(file).ToList() : [])];

    private static bool IsOurs(string[] path) => path.Length == 1 || (path[0].Length == 6 && path[0].All(char.IsAsciiDigit));

    private static IEnumerable<GoldenCase> Cases(Yaml file)
    {
        if (file["cases"] is { } listed && !listed.IsList)
            listed.Complain("cases: is no list", "begin each example with “- case: …”", "cases: 下面不是一例一例的。每例用“- case: …”开头");
        file.Only(file["cases"] is null ? OfCase : OfFile, "an example file");
        foreach (var item in file["cases"]?.Items() ?? [file])
        {
            if (file["cases"] is not null)
                item.Only(OfCase, "an example");
            if (item["case"] is null)
                item.Complain("the example has no case", "add case: with what it shows", "这一例没有 case。加上 case:，写它说明什么");
            if (item["origin"] is null)
                item.Complain("the example has no origin", "add origin: with the published example or the text it comes from", "这一例没有 origin。加上 origin:，写它出自哪个公布的例子或者哪条原文");
            var plan = item["plan"] ?? file["plan"];
            var (stays, expected) = Stays(file, item);
            if (stays.Count > 0)
                yield return new GoldenCase(file.File, item.Line, item["case"]?.Text ?? "unnamed", item["origin"]?.Text ?? "", stays, expected, plan is { } own ? GoldenFacts.Plan(own, stays[0]) : null);
        }
    }

    private static (List<AdmissionFacts> Stays, List<Expectation> Expected) Stays(Yaml file, Yaml item)
    {
        var stays = new List<AdmissionFacts>();
        var expected = new List<Expectation>();
        foreach (var stay in item["stays"]?.Items() ?? [item])
        {
            if (item["stays"] is not null)
                stay.Only(OfStay, "a stay");
            if (GoldenFacts.Read(file, item, stay) is not { } facts)
                continue;
            var before = expected.Count;
            if (stay["expect"] is { } whole)
                expected.Add(new Expectation(stays.Count, null, Expected(whole)));
            foreach (var (part, k) in (stay["stay"]?["parts"]?.Items() ?? []).Select((p, k) => (p, k)))
            {
                if (part["expect"] is { } ofPart)
                    expected.Add(new Expectation(stays.Count, k, Expected(ofPart)));
            }
            if (expected.Count == before)
                stay.Complain("the example expects nothing", "add expect: {basic: {amount: 8771.75}}", "这一例没有写应该得多少。加上 expect: {basic: {amount: 8771.75}}");
            stays.Add(facts);
        }
        return (stays, expected);
    }

    private static Dictionary<string, string> Expected(Yaml expect)
    {
        expect.Only(OfResult, "expect:");
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, _, value) in expect.Entries())
        {
            if (!value.IsMap)
                expected[name] = Listed(value);
            else
                value.Only(Properties, "what a layer is expected to be");
            foreach (var (property, _, inner) in value.Entries())
                expected[$"{name}.{property}"] = Listed(inner);
        }
        return expected;
    }

    private static string Listed(Yaml value) => value.IsList ? string.Join(",", value.Items().Select(v => v.Text)) : value.Text;
}
