using Shouwang.Bot.Understanding;
using YamlDotNet.Serialization;

namespace Shouwang.Bot.Tests;

public sealed class AmountTests
{
    private static readonly Dictionary<string, string> Cases = new Deserializer().Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "utterances", "amounts.yaml")));

    public static TheoryData<string> Texts => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Amount_is_understood_as_it_was_said(string text) => Written(text).ShouldBe(Cases[text]);

    private static string Written(string text) => Amounts.In(text) switch
    {
        [] => "none",
        var found => string.Join('|', found.Select(a => a.Exact ? a.Min.ToString() : $"{a.Min}..{a.Max}")),
    };
}
