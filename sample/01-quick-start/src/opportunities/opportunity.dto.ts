import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType, PartialType } from '@nestjs/swagger';
import { IsNotEmpty, IsNumber, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DateString } from 'nestjs-salesforce';
import { PageQuery } from '../common/page.query.js';
import { NamedRecordDto, RecordDto } from '../common/record.dto.js';

export class CreateOpportunityDto {
  @ApiProperty({ maxLength: 120, example: 'Nordlicht: two more turbines' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name!: string;

  @ApiProperty({ example: 'Prospecting' })
  @IsString()
  @IsNotEmpty()
  stageName!: string;

  @ApiProperty({ type: String, format: 'date', example: '2027-03-31' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'closeDate must be a day, YYYY-MM-DD' })
  closeDate!: DateString;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 125_000 })
  @IsOptional()
  @IsNumber()
  amount?: number | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Id of the account',
    example: '001Em0000000001IAA',
  })
  @IsOptional()
  @IsString()
  accountId?: string | null;
}

export class UpdateOpportunityDto extends PartialType(CreateOpportunityDto) {}

export class FindOpportunitiesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Id of the account', example: '001Em0000000001IAA' })
  @IsOptional()
  @IsString()
  accountId?: string;

  @ApiPropertyOptional({ example: 'Negotiation/Review' })
  @IsOptional()
  @IsString()
  stage?: string;
}

/** An opportunity in a list. */
export class OpportunitySummaryDto extends IntersectionType(
  RecordDto,
  OmitType(CreateOpportunityDto, ['accountId']),
) {
  @ApiProperty({ type: NamedRecordDto, nullable: true })
  readonly account!: NamedRecordDto | null;
}

export class OpportunityAccountDto extends NamedRecordDto {
  @ApiProperty()
  readonly owner!: NamedRecordDto;
}

/** An opportunity with its account and who looks after that. */
export class OpportunityDto extends IntersectionType(
  RecordDto,
  OmitType(CreateOpportunityDto, ['accountId']),
) {
  @ApiProperty()
  readonly isClosed!: boolean;

  @ApiProperty()
  readonly lastModifiedDate!: Date;

  @ApiProperty({ type: OpportunityAccountDto, nullable: true })
  readonly account!: OpportunityAccountDto | null;
}

/** One stage of the pipeline. */
export class PipelineStageDto {
  @ApiProperty({ example: 'Prospecting' })
  readonly stage!: string;

  @ApiProperty({ example: 23 })
  readonly deals!: number;

  @ApiProperty({ type: Number, nullable: true, example: 2_895_000 })
  readonly amount!: number | null;
}
