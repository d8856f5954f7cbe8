using Shouwang.Tools.Policy;

namespace Shouwang.Tools.Tests;

/// <summary>./shouwang policy lint: each complaint names the file, the line and what to do.</summary>
public sealed class PolicyLintTests : IDisposable
{
    private const string Good = """
        place: "990001"
        benefit: basic
        figures:
          base: {from: 2020-01-01, source: law, cost: in-scope}
          deductible:
            - {from: 2020-01-01, to: 2020-12-31, source: law, amount: 300 元}
            - {from: 2021-01-01, source: law, amount: 400 元}
          rate: {from: 2020-01-01, source: law, rate: 75%}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("shouwang-lint").FullName;

    public PolicyLintTests()
    {
        Write("statuses.yaml", "statuses: {subsistence: 低保对象}");
        Write("coverage.yaml", "places: {\"990001\": {name: 样例县, verified: template}}");
        Write("990001/place.yaml", "place: \"990001\"\nfigures:\n  order: {from: 2020-01-01, source: law, value: [basic]}");
        Write("sources/law.yaml", "title: 样例\nissuer: 样例\nkind: template");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_well_written_file_is_not_complained_about() => Lint(Good).ShouldBeEmpty();

    [Theory]
    [InlineData("to: 2020-12-31", "to: 2020-11-30", 7, "has no value from 2020-12-01 to 2020-12-31", "declare the gap")]
    [InlineData("to: 2020-12-31", "to: 2021-01-01", 7, "overlaps the value from 2020-01-01", "add to: 2020-12-31")]
    [InlineData("source: law, rate", "rate", 8, "basic/rate has no citation", "policies/sources/")]
    [InlineData("source: law, rate", "source: lore, rate", 8, "there is no source “lore”", "policies/sources/lore.yaml")]
    [InlineData("amount: 400 元", "amount: 400", 7, "“400” is no amount with a unit", "1300 元")]
    [InlineData("rate: 75%", "rate: 75", 8, "“75” is no rate with a unit", "75%")]
    [InlineData("deductible:", "deductable:", 5, "there is no figure “deductable”", "deductible")]
    [InlineData("cost: in-scope", "cost: in-scop", 4, "there is no cost term “in-scop”", "in-scope")]
    [InlineData("amount: 400 元", "rows: [{when: {status: rich}, amount: 400 元}]", 7, "there is no status “rich”", "policies/statuses.yaml")]
    [InlineData("amount: 400 元", "rows: [{when: {hospital: big}, amount: 400 元}]", 7, "there is no condition “hospital”", "level")]
    [InlineData("{from: 2021-01-01", "{from: 2021-13-01", 7, "“2021-13-01” is not a date", "2018-01-01")]
    [InlineData("rate: 75%", "rate: 750%", 8, "is no share of a whole", "0% to 100%")]
    [InlineData("{from: 2021-01-01", "{from: 2206-01-01", 7, "“2206-01-01” is of no year", "write the year again")]
    [InlineData("rate: 75%", "rate: 75％", 8, "“75％” is no rate with a unit", "75% (percent points too), in half-width figures")]
    [InlineData("amount: 400 元", "amount: ４００元", 7, "“４００元” is no amount with a unit", "half-width")]
    [InlineData("  rate: {", "\trate: {", 8, "indented with a tab", "with blanks")]
    [InlineData("  rate: {", "  rate：{", 8, "not YAML", "full-width sign")]
    [InlineData("  rate: {", "  base: {", 8, "Duplicate key base", "keep one")]
    [InlineData("amount: 400 元", "amount: -400 元", 7, "is below zero", "0 元 or more")]
    [InlineData("amount: 400 元", "amount: 99999999999999999999 万元", 7, "more than any rule can mean", "3 万元")]
    [InlineData("source: law, rate: 75%", "source: law, rate: 75%, cap: 5 万元", 8, "there is no “cap” here", "rate")]
    [InlineData("{from: 2020-01-01, source: law, rate: 75%}", "75%", 8, "basic/rate has a bare value", "from: 2018-01-01")]
    [InlineData("rate: 75%", "bands: [{to: 1 万元, rate: 75%}]", 8, "the last band has an upper edge", "without to:")]
    [InlineData("rate: 75%", "bands: []", 8, "there are no bands", "to: 3 万元")]
    [InlineData("rate: 75%", "missing: \"\"", 8, "has no name", "Chinese name")]
    [InlineData("rate: 75%", "missing: 比例, rate: 75%", 8, "declared missing", "source")]
    [InlineData("rate: 75%", "delegated: yes, rate: 75%", 8, "says nothing about delegating", "delegated: true")]
    [InlineData("amount: 400 元", "rows: 5", 7, "rows: is no list", "when")]
    [InlineData("amount: 400 元", "rows: [{when: township, amount: 400 元}]", 7, "when: is no condition", "level")]
    [InlineData("amount: 400 元", "rows: [{when: {age: old}, amount: 400 元}]", 7, "“old” is no interval", "7-69")]
    [InlineData("amount: 400 元", "rows: [{when: {age: 70-60}, amount: 400 元}]", 7, "ends before it starts", "smaller number first")]
    [InlineData("place: \"990001\"", "place: \"990001\"\nscheme: farmer", 2, "there is no scheme “farmer”", "resident")]
    [InlineData("place: \"990001\"", "place: \"990001\"\nshceme: resident", 2, "a policy file has no “shceme”", "scheme")]
    [InlineData("cost: in-scope", "cost: in-scope, perod: year", 4, "base has no “perod”", "period")]
    [InlineData("place: \"990001\"", "place: \"990002\"", 1, "does not say place", "as the folder's name")]
    public void What_is_wrong_is_said_with_place_and_remedy(string good, string bad, int line, string what, string remedy)
    {
        var complaint = Lint(Good.Replace(good, bad, StringComparison.Ordinal)).ShouldHaveSingleItem();
        complaint.File.ShouldEndWith("990001/basic.yaml");
        complaint.Line.ShouldBe(line);
        complaint.What.ShouldContain(what);
        complaint.Do.ShouldContain(remedy);
        // Whoever reads no English finds there what is wrong and what to do.
        complaint.Chinese.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}.*。.*\p{IsCJKUnifiedIdeographs}");
        complaint.ToString().ShouldBe($"{complaint.File}:{line}: {complaint.Chinese}。 · {complaint.What} → {complaint.Do}");
    }

    [Fact]
    public void A_lower_place_may_not_set_what_the_place_above_does_not_delegate()
    {
        Write("coverage.yaml", "places: {\"990001\": {name: 样例县, verified: template}, \"990000\": {name: 样例省, verified: template}}");
        Write("990000/place.yaml", "place: \"990000\"\nfigures:\n  order: {from: 2020-01-01, source: law, delegated: true, value: [basic]}");
        Write("990000/basic.yaml", "place: \"990000\"\nbenefit: basic\nfigures:\n  base: {from: 2020-01-01, source: law, delegated: true, cost: in-scope}\n  deductible: {from: 2020-01-01, source: law, delegated: true, amount: 0 元}\n  rate: {from: 2020-01-01, source: law, rate: 70%}");
        Lint(Good).ShouldHaveSingleItem().What.ShouldContain("does not delegate");
        Write("990000/basic.yaml", "place: \"990000\"\nbenefit: basic\nfigures:\n  base: {from: 2020-01-01, source: law, delegated: true, cost: in-scope}\n  deductible: {from: 2020-01-01, source: law, delegated: true, amount: 0 元}\n  rate: {from: 2020-01-01, source: law, delegated: true, rate: 70%}");
        Lint(Good).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("rate: 69%", "69%")]
    [InlineData("rows: [{when: {status: ordinary}, rate: 50%}, {rate: 69.99%}]", "69.99%")]
    [InlineData("rows: [{when: {status: subsistence, total: \">3 万元\"}, rate: 80%}, {when: {status: subsistence}, rate: 60%}]", "60%")]
    [InlineData("rate: 70%", null)]
    [InlineData("rows: [{when: {status: ordinary}, rate: 50%}, {rate: 70%}]", null)]
    [InlineData("rows: [{when: {status: subsistence}, rate: 70%}, {rate: 10%}]", null)]
    public void A_rate_below_the_least_the_nation_states_is_complained_about(string rate, string? found)
    {
        Write("coverage.yaml", "places: {\"990001\": {name: 样例县, verified: template}, \"100000\": {name: 全国, verified: template}}");
        Write("100000/place.yaml", "place: \"100000\"\nfigures:\n  least-rate: {from: 2022-01-01, source: law, delegated: true, rows: [{layer: basic, when: {status: subsistence}, rate: 70%}]}");
        var complaints = Lint(Good.Replace("source: law, rate: 75%", "source: law, " + rate, StringComparison.Ordinal));
        if (found is null)
        {
            complaints.ShouldBeEmpty();
            return;
        }
        var complaint = complaints.ShouldHaveSingleItem();
        complaint.Line.ShouldBe(8);
        complaint.What.ShouldContain($"pays subsistence {found}, less than the 70%");
        Lint(Good.Replace("source: law, rate: 75%", "to: 2021-12-31, source: law, " + rate, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("value: [basic]", "value: [basic, critical]", "“critical” is in the order but has no figures", "add critical.yaml")]
    [InlineData("value: [basic]", "value: [critical]", "“basic” is not in the place's order", "place.yaml")]
    public void A_place_and_its_layers_name_each_other(string good, string bad, string what, string remedy)
    {
        Write("990001/place.yaml", $"place: \"990001\"\nfigures:\n  order: {{from: 2020-01-01, source: law, {bad.Replace(good, bad, StringComparison.Ordinal)}}}");
        Lint(Good).ShouldContain(c => c.What.Contains(what) && c.Do.Contains(remedy) && c.File.Contains("990001/") && c.Line > 2);
    }

    [Theory]
    [InlineData("  base: {from: 2020-01-01, source: law, cost: in-scope}\n", "", "“basic” has no base")]
    [InlineData("  rate: {from: 2020-01-01, source: law, rate: 75%}", "", "“basic” has no rate")]
    [InlineData("rate: 75%", "bands: [{to: 1 万元, rate: 60%}, {rate: 75%}]", "does not say what its band edges are measured on")]
    public void A_layer_has_what_it_takes_or_declares_the_gap(string good, string bad, string what) =>
        Lint(Good.Replace(good, bad, StringComparison.Ordinal)).ShouldHaveSingleItem().What.ShouldContain(what);

    [Theory]
    [InlineData("990001/basic.yaml")]
    [InlineData("sources/law.yaml")]
    public void A_file_that_is_not_UTF_8_is_complained_about_instead_of_being_taken_for_other_words(string name)
    {
        Write("990001/basic.yaml", Good);
        var path = Path.Combine(folder, name);
        // 样例 as GBK has it.
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), .. "\n# "u8, 0xD1, 0xF9, 0xC0, 0xFD]);
        var complaints = PolicyFolder.Read(folder).Complaints;
        complaints.ShouldContain(c => c.File.EndsWith(name, StringComparison.Ordinal) && c.What == "the file is not UTF-8" && c.Do.Contains("UTF-8"));
    }

    [Fact]
    public void A_county_beside_the_places_of_the_register_is_told_to_stand_under_them()
    {
        Write("coverage.yaml", "places:\n  \"990002\": {name: 邻县, verified: template}\n\"990001\": {name: 样例县, verified: template}\n");
        Write("990002/place.yaml", "place: \"990002\"\nfigures:\n  order: {from: 2020-01-01, source: law, value: []}");
        var complaint = Lint(Good).ShouldHaveSingleItem();
        (complaint.Line, complaint.What).ShouldBe((3, "“990001” does not stand under places:"));
        complaint.Do.ShouldContain("indent");
    }

    [Fact]
    public void A_register_that_cannot_be_read_is_complained_about_once()
    {
        Write("coverage.yaml", "places:\n  \"990001\": {name: 样例县, verified: template}\n  \"990001\": {name: 又一个, verified: template}\n");
        Lint(Good).ShouldHaveSingleItem().Do.ShouldContain("keep one");
    }

    private IReadOnlyList<Complaint> Lint(string basic)
    {
        Write("990001/basic.yaml", basic);
        return PolicyFolder.Read(folder).Complaints;
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
