using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

/// <summary>How the matcher does on invented texts as they stand on discharge papers.</summary>
public class ClinicalTextTests
{
    static readonly List<(string[] Right, DiagnosisAnswer Answer)> Answers = Answered("texts.tsv");
    static readonly List<(string[] Right, DiagnosisAnswer Answer)> Everyday = Answered("everyday.tsv");

    [Fact]
    public void Right_entry_comes_first_for_nine_texts_in_ten() =>
        Answers.Count(a => IsRight(a, 1)).ShouldBeGreaterThanOrEqualTo(Answers.Count * 90 / 100, Wrong(1));

    [Fact]
    public void Right_entry_is_among_three_for_97_texts_in_a_hundred() =>
        Answers.Count(a => IsRight(a, 3)).ShouldBeGreaterThanOrEqualTo(Answers.Count * 97 / 100, Wrong(3));

    [Fact]
    public void Sure_answer_is_hardly_ever_wrong() =>
        Answers.Where(a => a.Answer.Sure).Count(a => !IsRight(a, 1)).ShouldBeLessThanOrEqualTo(3, Wrong(1));

    [Fact]
    public void Everyday_diagnosis_is_usually_sure_and_then_right()
    {
        Everyday.Count(a => a.Answer.Sure).ShouldBeGreaterThanOrEqualTo(Everyday.Count * 80 / 100);
        Everyday.Where(a => a.Answer.Sure).Count(a => !IsRight(a, 1)).ShouldBeLessThanOrEqualTo(Everyday.Count / 100);
    }

    static List<(string[] Right, DiagnosisAnswer Answer)> Answered(string file) =>
        [.. TestFiles.Lines(file).Select(l => l.Split('\t')).Select(c => (c[1].Split('|'), DiagnosisMatcher.Default.Match(c[0])))];

    static bool IsRight((string[] Right, DiagnosisAnswer Answer) a, int among) =>
        a.Answer.Matches.Take(among).Any(m => m.Entry.Icd10.Intersect(a.Right).Any());

    static string Wrong(int among) => string.Join('\n', Answers.Where(a => !IsRight(a, among))
        .Select(a => $"{a.Answer.Main}: {string.Join(' ', a.Right)}, not {string.Join(' ', a.Answer.Matches.Select(m => m.Entry.Code))}{(a.Answer.Sure ? " (sure)" : "")}"));
}
