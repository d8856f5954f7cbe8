using Azure;
using Shouwang.Bot;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.CustomHandler;
using Shouwang.Functions.Storage;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Papers;

/// <summary>The queue function ReadPaper: one photo is recognised, read, and its folder looked at again. Each step is kept before the next and skipped when it is found done.</summary>
internal sealed class PaperReader(PaperStore papers, Originals originals, IRecognition recognition, PaperQueue queue, TurnEngine turns, FolderReview review, FirstLook look)
{
    public async Task HandleAsync(QueueTrigger trigger, CancellationToken stop)
    {
        var message = PaperMessage.Parse(trigger.Message);
        var paper = await papers.FindAsync(message.Village, message.Folder, message.Hash, stop);
        if (paper is null or { State: PaperState.Withdrawn })
            return;
        if (paper.State == PaperState.Waiting && !await ReadAsync(paper, message, stop))
            return;
        await review.ReviewAsync(paper.Village, paper.Folder, paper.Conversation, stop);
    }

    /// <returns>False where the recogniser is down: the paper was put back and the person told.</returns>
    async Task<bool> ReadAsync(Paper paper, PaperMessage message, CancellationToken stop)
    {
        Recognised recognised;
        try
        {
            recognised = await RecogniseAsync(paper, stop);
        }
        catch (RecogniserDownException)
        {
            await queue.SendAsync(message with { Attempt = message.Attempt + 1 }, Delay(message.Attempt), stop);
            if (paper.Conversation is { } conversation)
                await turns.TakeAsync(conversation, $"delayed-{paper.Folder}", new ReadingDelayed { Folder = FolderStore.NumberOf(paper.Folder) }, stop);
            return false;
        }

        var reading = recognised.Refusal is { } advice ? Refused(advice) : await AdvisedAsync(PapersInFile.Read(recognised.Pages), paper, stop);
        await originals.KeepDerivedAsync(paper.Reading, BinaryData.FromBytes(ReadingJson.Utf8(reading)), stop);
        await papers.SetStateAsync(paper, reading.Quality.Readable ? PaperState.Read : PaperState.Unreadable, stop);
        return true;
    }

    /// <summary>What was recognised before stands beside the original.</summary>
    async Task<Recognised> RecogniseAsync(Paper paper, CancellationToken stop)
    {
        if (await originals.FindAsync(paper.Recognised, stop) is { } kept)
            return new Recognised(RecognisedJson.Parse(kept));
        if (await originals.FindAsync(paper.Original, stop) is not { } picture)
            return new Recognised([], "这张照片找不到了。请重新发一次。");
        var recognised = await recognition.RecogniseAsync(picture, stop);
        if (recognised.Refusal is null)
            await originals.KeepDerivedAsync(paper.Recognised, RecognisedJson.Utf8(recognised.Pages), stop);
        return recognised;
    }

    /// <summary>Where something could be better, the photo itself may show what.</summary>
    async Task<PaperReading> AdvisedAsync(PaperReading reading, Paper paper, CancellationToken stop) =>
        reading.Quality.Advice is not null && await originals.FindAsync(paper.Original, stop) is { } picture ? await look.AdviseAsync(reading, picture, stop) : reading;

    /// <summary>5 s, doubled with each attempt, at most 10 minutes.</summary>
    internal static TimeSpan Delay(int attempt) => TimeSpan.FromSeconds(Math.Min(600, 5 << Math.Min(attempt, 7)));

    static PaperReading Refused(string advice) => new(
        PaperKind.Other, new BasisPoints(0), new Dictionary<string, FieldReading>(StringComparer.Ordinal), [], [], new PictureQuality(false, advice));
}
