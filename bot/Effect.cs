namespace Shouwang.Bot;

/// <summary>What the bot asks the shell to do (要办的事). Each is idempotent.</summary>
public abstract record Effect;

/// <summary>Take this picture into the folder and have it read.</summary>
public sealed record SubmitPaper(string Hash, int Folder) : Effect;

/// <summary>The person has agreed: hear these messages anew, whose photos were not taken before.</summary>
public sealed record HearAgain(IReadOnlyList<string> Messages) : Effect;

/// <summary>Forget a paper of the open folder that turned out to be somebody else's or the wrong one.</summary>
public sealed record WithdrawPaper(string Hash, int Folder) : Effect;

/// <summary>The person says that the folder's papers belong together although they disagree: go on, and let the officer look.</summary>
public sealed record KeepPapers(int Folder) : Effect;

/// <summary>The person wants a human: it is put on the village's list of calls, and the officers are told.</summary>
/// <param name="Kind">human, correct, objection, stuck (not understood) or missing (something is needed to work the claim out).</param>
/// <param name="Claim">The claim it is about, where it is about one.</param>
public sealed record CallOfficer(string Reason, string Kind = "human", string? Claim = null) : Effect;

/// <summary>Pictures that waited for an answer are not wanted: forget them.</summary>
public sealed record DropPictures(IReadOnlyList<string> Hashes) : Effect;

/// <summary>The person says whether what was read for a claim is right.</summary>
public sealed record ConfirmClaim(string Claim, bool Right) : Effect;

/// <summary>The person appeals against a refusal; answered by <see cref="AppealAnswered"/>.</summary>
public sealed record AppealClaim(string Claim, string Reason) : Effect;

/// <summary>The person shows by a one-time code who they are: officer, checker or volunteer; answered by <see cref="TieAnswered"/>.</summary>
public sealed record TieMyself(string Code) : Effect;

/// <summary>This conversation is no longer an officer's or a volunteer's; answered by <see cref="Untied"/>.</summary>
public sealed record Untie : Effect;

/// <summary>The person asks for everything of this conversation to be deleted.</summary>
public sealed record DeleteEverything : Effect;

/// <summary>Look into open folders other than the one this turn is about; answered by <see cref="FoldersSeen"/>.</summary>
public sealed record LookIntoFolders(IReadOnlyList<int> Folders) : Effect;

/// <summary>Find what the village plan gives for an illness; answered by <see cref="DiseaseLookedUp"/>, in the same turn where <see cref="Knowledge.LookUp"/> is there.</summary>
public sealed record LookUpDisease(string Text) : Effect;

/// <summary>The officer moves a claim on; the shell checks once more who the person is and what they may. Answered by <see cref="ClaimMoveAnswered"/>.</summary>
/// <param name="To">checked, approved, returned, refused, published or paid.</param>
/// <param name="Reason">What the officer wrote for the villager; with paid, how.</param>
/// <param name="Cause">With checked: why the person was in hospital.</param>
/// <param name="Seen">The amount the officer saw, "1,200.00".</param>
/// <param name="Number">With returned and refused: the number of the reason; <paramref name="Reason"/> is what the officer added to it.</param>
public sealed record MoveClaim(string Claim, string To, string? Reason, string? Cause = null, string? Seen = null, int? Number = null) : Effect;
