using Shouwang.Functions.Associations;
using Shouwang.Functions.Board;
using Shouwang.Functions.Claims;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Board;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Pages.Board;

/// <summary>Adds to the board what is open to the villagers beside the ledger (公示中的补助、议事文件): aid that may be objected to, and what they adopted.</summary>
internal sealed class BoardOpenings(ClaimStore claims, AssociationStore associations)
{
    public async Task<BoardSheet> AddAsync(BoardSheet sheet, BoardDocument board, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(sheet.At);
        var published = await claims.PublishedAsync(sheet.Village, stop);
        var proceedings = await associations.FindAsync(sheet.Village, stop);
        return sheet with
        {
            Notices = [.. published.Where(claim => claim.Progress is { Award: not null, ObjectionsUntil: { } until } && until >= today).Select(claim => Notice(claim.Person, claim.Progress, board)).OrderBy(notice => notice.Until)],
            Documents = [.. AdoptedDocuments.Of(proceedings).Select(document => new BoardPaper(document.Title, document.Address(sheet.Village)))],
        };
    }

    /// <summary>The name is masked here, and a rare or delicate illness is called what the board calls it beside a payment.</summary>
    static BoardNotice Notice(string person, ClaimProgress progress, BoardDocument board)
    {
        var (award, until) = (progress.Award!, progress.ObjectionsUntil!.Value);
        var group = PublicAid.NameOf(board.View.Figures, DiseaseGroup.Of(award.Disease, award.Serious).Detail, until.Year, board.Village.Charter.BoardLeast);
        return new BoardNotice(MaskedName.Of(person), group, award.Amount, until, progress.PaidOut > Fen.Zero ? progress.PaidOut : null);
    }
}
