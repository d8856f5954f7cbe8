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
    [InlineData("blind/amounts-1.yaml", 90)]
    [InlineData("blind/amounts-2.yaml", 90)]
    [InlineData("blind/amounts-3.yaml", 100)]
    [InlineData("blind/amounts-4.yaml", 98)]
    [InlineData("blind/amounts-5.yaml", 100)]
    [InlineData("blind/amounts-6.yaml", 99)]
    [InlineData("blind/amounts-7.yaml", 100)]
    public void No_amount_of_a_blind_set_is_silently_wrong(string file, int least)
    {
        var cases = Read(file);
        var other = cases.Where(c => Written(c.Key) != c.Value).Select(c => $"{c.Key}: meant {c.Value}, understood {Written(c.Key)}").ToList();
        other.Count.ShouldBeLessThanOrEqualTo(cases.Count * (100 - least) / 100, string.Join('\n', other));
        cases.Where(c => Written(c.Key).Split('|').Except(c.Value.Split('|')).Any(IsExact)).Select(c => $"{c.Key}: {Written(c.Key)}").ShouldBeEmpty();

        static bool IsExact(string amount) => amount != "none" && !amount.Contains("..", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("总共五万，报了三万二，自己掏一万八", "Total Reimbursed SelfPaid")]
    [InlineData("花了2万，医保报了12000", "Total Reimbursed")]
    [InlineData("三千块是押金", "Other")]
    [InlineData("五千", "Unsaid")]
    public void What_an_amount_is_for_is_understood(string text, string roles) =>
        string.Join(' ', Amounts.In(text).Select(a => a.Role)).ShouldBe(roles);

    [Fact]
    public void What_the_amounts_of_the_blind_set_are_for_is_understood()
    {
        var cases = Read("blind/amounts-5-uses.yaml");
        var other = cases.Where(c => Used(c.Key) != c.Value).Select(c => $"{c.Key}: meant {c.Value}, understood {Used(c.Key)}").ToList();
        other.Count.ShouldBeLessThanOrEqualTo(0, string.Join('\n', other));

        static string Used(string text) => string.Join('|', Amounts.In(text).Select(a => $"{(a.Role == AmountRole.SelfPaid ? "self" : a.Role.ToString().ToLowerInvariant())} {Written(a)}"));
    }

    private static Dictionary<string, string> Read(string file) =>
        new Deserializer().Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "utterances", file)));

    internal static string Written(string text) => Amounts.In(text) switch
    {
        [] => "none",
        var found => string.Join('|', found.Select(Written)),
    };

    private static string Written(SaidAmount amount) => amount.Exact ? amount.Min.ToString() : $"{amount.Min}..{amount.Max}";
}
