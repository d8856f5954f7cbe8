using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Explanation;

namespace Shouwang.Functions.Adjudications;

/// <summary>Finds the disease behind the diagnosis of a request (认病种), where it is sure.</summary>
internal static class Diagnosed
{
    public static (AdmissionFacts Facts, Names Names) Of(AdjudicationRequest request)
    {
        if (request.Diagnosis is not { } text)
            return (request.Facts, new Names(Level: request.Level));
        var answer = DiagnosisMatcher.Default.Match(text);
        return answer is { Sure: true, Matches: [var first, ..] }
            ? (request.Facts with { Stay = request.Facts.Stay with { Disease = first.Entry.Code } }, new Names(first.Entry.Name, Level: request.Level))
            : (request.Facts, new Names(text, Level: request.Level));
    }
}
