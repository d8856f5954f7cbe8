using System.Globalization;
using Shouwang.Bot.Understanding;
using YamlDotNet.Serialization;

namespace Shouwang.Bot.Tests;

/// <summary>Days as somebody else wrote them down, who had not seen the reader.</summary>
public sealed class BlindDateTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, List<SaidDay>> Set = new DeserializerBuilder().IgnoreUnmatchedProperties().Build()
        .Deserialize<Dictionary<string, List<SaidDay>>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "utterances", "blind", "dates.yaml")));

    /// <summary>Not read is asked again; a day that was not meant would be believed.</summary>
    [Fact]
    public void Days_of_the_blind_set_are_read_and_none_is_silently_wrong()
    {
        var days = Set.Values.SelectMany(part => part).ToList();
        var other = days.Where(day => !IsMeant(day)).ToList();
        var silent = other.Where(day => Read(day) is { Unclear: false } read && read.From == read.To).ToList();
        foreach (var day in other)
            output.WriteLine($"{(silent.Contains(day) ? "WRONG " : "")}{day.text} ({day.today}): meant {day.means}, read {Written(Read(day))}");
        output.WriteLine($"{days.Count} days, {days.Count - other.Count} as meant, {silent.Count} silently wrong");
        silent.ShouldBeEmpty();
        // Six that may be of either calendar are asked about, as the design has it; two are told as a few days and not as one.
        other.Count.ShouldBeLessThanOrEqualTo(8);
    }

    private static SaidDate? Read(SaidDay day) => Dates.In(day.text, DateOnly.ParseExact(day.today, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static bool IsMeant(SaidDay day) => day.means.Contains('?', StringComparison.Ordinal)
        ? Read(day) is { Unclear: true } read && day.means.Contains($"{read.From:yyyy-MM-dd}", StringComparison.Ordinal)
        : Written(Read(day)) == day.means;

    private static string Written(SaidDate? date) => date is null ? "" : $"{date.From:yyyy-MM-dd}{(date.To == date.From ? "" : $"..{date.To:yyyy-MM-dd}")}{(date.Unclear ? " ?" : "")}";

    /// <summary>A line of the set; names as in the file.</summary>
#pragma warning disable IDE1006, SA1300, CA1707
    public sealed class SaidDay
    {
        public string text { get; set; } = "";
        public string today { get; set; } = "";
        public string means { get; set; } = "";
    }
#pragma warning restore
}
