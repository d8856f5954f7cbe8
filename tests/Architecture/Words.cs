using System.Text.RegularExpressions;

namespace Shouwang.Architecture.Tests;

/// <summary>What people read is written as people write it.</summary>
public sealed partial class Words
{
    [Theory]
    [InlineData("shared")]
    [InlineData("bot")]
    [InlineData("functions")]
    public void A_day_in_a_Chinese_sentence_is_not_written_as_programs_write_it(string folder) =>
        Repository.Sources(folder)
            .SelectMany(file => File.ReadLines(file).Select((line, at) => (Line: line, Place: $"{Repository.Relative(file)}:{at + 1}: {line.Trim()}")))
            .Where(it => Sentence().Matches(it.Line).Any(sentence => Chinese().IsMatch(sentence.Value) && DayForPrograms().IsMatch(sentence.Value)))
            .Select(it => it.Place)
            .ShouldBeEmpty();

    [GeneratedRegex("""\$"[^"]*(?:"|$)""")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@":yyyy-|\bIso\(")]
    private static partial Regex DayForPrograms();
}
