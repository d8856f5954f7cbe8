using Shouwang.Bot.Understanding;
using YamlDotNet.Serialization;

namespace Shouwang.Bot.Tests;

public sealed class AmountTests
{
    private static readonly Dictionary<string, string> Cases = Read("amounts.yaml");

    public static TheoryData<string> Texts => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Amount_is_understood_as_it_was_said(string text) => Written(text).ShouldBe(Cases[text]);

    /// <summary>An interval may be wider than the set has it; an amount may never be exact where it was not said so.</summary>
    [Theory]
    [InlineData("blind/amounts-1.yaml")]
    [InlineData("blind/amounts-2.yaml")]
    public void No_amount_of_a_blind_set_is_silently_wrong(string file)
    {
        var cases = Read(file);
        foreach (var (text, meant) in cases)
        {
            if (Written(text) is var understood && understood != "none" && !understood.Contains("..", StringComparison.Ordinal))
                understood.ShouldBe(meant, text);
        }

        cases.Count(c => Written(c.Key) == c.Value).ShouldBeGreaterThanOrEqualTo(cases.Count * 90 / 100);
    }

    private static Dictionary<string, string> Read(string file) =>
        new Deserializer().Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "utterances", file)));

    private static string Written(string text) => Amounts.In(text) switch
    {
        [] => "none",
        var found => string.Join('|', found.Select(a => a.Exact ? a.Min.ToString() : $"{a.Min}..{a.Max}")),
    };
}
