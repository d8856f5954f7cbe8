using System.Collections.Immutable;

namespace Shouwang.Shared.MutualAid.Association;

/// <summary>All steps a village recorded, and what may come next (议事记录). Steps come in order, none is left out, none is unmade: a proposal that is withdrawn stays on record.</summary>
public sealed record Proceedings(ImmutableArray<RecordedStep> Steps)
{
    /// <summary>Nothing recorded yet.</summary>
    public static Proceedings None { get; } = new([]);

    /// <summary>The round that is going on, or that was the last; 0 before the first.</summary>
    public int Round => Steps.IsEmpty ? 0 : Steps[^1].Round;

    /// <summary>Whether the last round has come to its resolution or was withdrawn.</summary>
    public bool IsSettled => Steps.IsEmpty || Steps[^1].Step is Step.Resolution or Step.Withdrawal;

    /// <summary>What the round going on, or the last, is about; null before the first.</summary>
    public Subject? Subject => Steps.LastOrDefault(step => step.Subject is not null)?.Subject;

    /// <summary>The steps of a round.</summary>
    public ImmutableArray<RecordedStep> Of(int round) => [.. Steps.Where(step => step.Round == round)];

    /// <summary>The proposal that a resolution adopted for a plan, and that resolution; null where none did.</summary>
    public (Subject Subject, RecordedStep Resolution)? Adoption(string plan)
    {
        foreach (var resolution in Steps.Reverse().Where(step => step.Step == Step.Resolution && step.Adopted == true))
        {
            if (Of(resolution.Round).FirstOrDefault(step => step.Step == Step.Proposal)?.Subject is { } subject && subject.Plan == plan)
                return (subject, resolution);
        }

        return null;
    }

    /// <summary>The step that may be recorded now; a withdrawal may be at any time in a round.</summary>
    public Step Next(Charter charter) =>
        IsSettled ? Step.Proposal
        // Who proposes may go straight to the assembly where an adopted charter says so.
        : Steps[^1].Step == Step.Proposal && charter.ChangeProcedure == ChangeProcedure.AssemblyOnly && HasFounded ? Step.Assembly
        : Steps[^1].Step + 1;

    /// <summary>Whether a resolution has been adopted before the round going on.</summary>
    public bool HasFounded => Steps.Any(step => step.Adopted == true && step.Round < Round);

    /// <summary>Why the step cannot be recorded; null where it can.</summary>
    public StepRefusal? Refuse(RecordedStep step, Charter charter, DateOnly today)
    {
        var next = Next(charter);
        // An assembly that too few came to is called again.
        var again = step.Step == Step.Assembly && !IsSettled && Steps[^1].Step == Step.Assembly;
        if (step.Step == Step.Withdrawal && IsSettled)
            return new StepRefusal("step-order", "现在没有正在进行的提议，不用撤回。", "step");
        if (step.Step != next && step.Step != Step.Withdrawal && !again)
            return new StepRefusal("step-order", $"现在该办的是“{AssociationWords.Name(next)}”，不能跳过或者倒回去记“{AssociationWords.Name(step.Step)}”。", "step");
        if (step.Date > today)
            return new StepRefusal("step-in-future", "日期还没有到。请在办完以后再记录。", "date");
        if (!IsSettled && step.Date < Steps[^1].Date)
            return new StepRefusal("step-before-last", $"日期早于上一步“{AssociationWords.Name(Steps[^1].Step)}”的{Steps[^1].Date.InWords()}，请核对。", "date");
        return step.Step switch
        {
            Step.Proposal when step.Subject is not { } subject || (subject.Plan is null && subject.Charter is null) => new StepRefusal("subject-missing", "提议要写明议题：补助方案、章程，或者两样都有。", "plan"),
            Step.Consultation or Step.Letter when step.Count is not >= 0 => new StepRefusal("count-missing", step.Step == Step.Letter ? "要写明发了多少户。" : "要写明收到多少条意见，没有就填 0。", "count"),
            Step.Withdrawal when string.IsNullOrWhiteSpace(step.Text) => new StepRefusal("withdrawal-reason-missing", "撤回提议要写明原因。", "text"),
            Step.Resolution => RefuseVotes(step.Votes, charter),
            Step.Proposal or Step.Consultation or Step.Letter or Step.Assembly or Step.Withdrawal => null,
        };
    }

    /// <summary>What is wrong with the numbers themselves. Votes that fall short are no fault: the resolution was not adopted.</summary>
    static StepRefusal? RefuseVotes(Votes? votes, Charter charter)
    {
        if (votes is null)
            return new StepRefusal("votes-missing", "决议要写明应到、实到、赞成、反对、弃权人数。", "votes");
        if (votes.Eligible < 1 || votes.Present < 0 || votes.For < 0 || votes.Against < 0 || votes.Abstained < 0)
            return new StepRefusal("votes-negative", "人数不能是负数，应到人数至少 1 人。", "votes");
        if (votes.Present > votes.Eligible)
            return new StepRefusal("present-above-eligible", $"实到 {votes.Present} 人多于应到 {votes.Eligible} 人，请核对。", "votes.present");
        if ((long)votes.For + votes.Against + votes.Abstained != votes.Present)
            return new StepRefusal("votes-do-not-add-up", $"赞成、反对、弃权加起来是 {(long)votes.For + votes.Against + votes.Abstained} 票，和实到 {votes.Present} 人不一致，请核对。", "votes");
        return charter.Quorum.IsReachedBy(votes.Present, votes.Eligible)
            ? null
            : new StepRefusal("quorum-missed", $"应到 {votes.Eligible} 人，实到 {votes.Present} 人，没有达到章程规定的 {AssociationWords.Share(charter.Quorum)}，会议无效。请另行召集会议，再记录一次会议和决议。", "votes.present");
    }

    /// <summary>Whether votes adopt what was proposed.</summary>
    public static bool IsAdopted(Votes votes, Charter charter) =>
        charter.Quorum.IsReachedBy(votes.Present, votes.Eligible) && charter.Majority.IsExceededBy(votes.For, votes.Present);
}
